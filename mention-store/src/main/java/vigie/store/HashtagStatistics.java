package vigie.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vigie.trend.Trend;

/**
 * Which hashtags are used most, which are rising, since when, and together with which. What rises is judged by the same formula as on
 * the stream, over the five-minute bins of the twelve days before the period's end: four half-lives of its memory.
 */
final class HashtagStatistics {

    private static final String FIELD = "post.hashtags";
    private static final Duration BIN = Duration.ofMinutes(5);
    private static final Duration MEMORY = Duration.ofDays(12);
    private static final Duration LATELY = Duration.ofHours(3);
    private static final int MOST_ITEMS = 50;
    private static final int CANDIDATES = 50;
    private static final int COMPANIONS = 5;

    /** Elasticsearch answers with at most 65,536 buckets; so many bins of hashtags are asked for at once. */
    private static final long BINS_AT_ONCE = 40_000;

    private static final long BINS = MEMORY.dividedBy(BIN);

    private final Elastic elastic;
    private final Indices indices;
    private final Statistics statistics;

    HashtagStatistics(Elastic elastic, Indices indices, Statistics statistics) {
        this.elastic = elastic;
        this.indices = indices;
        this.statistics = statistics;
    }

    Hashtags of(MentionFilter filter, Hashtags.Order order, int size) {
        if (size < 1 || size > MOST_ITEMS) {
            throw new RefusedRequest("size", "between 1 and " + MOST_ITEMS);
        }
        var isTop = order == Hashtags.Order.TOP;
        var asked = isTop ? filter : lately(filter);
        var candidates = statistics.top(Filters.of(asked), FIELD, isTop ? size : CANDIDATES, Map.of());
        var tags = candidates == null
                ? List.<String>of()
                : candidates.buckets().array().stream()
                        .map(b -> b.key().stringValue())
                        .toList();
        if (tags.isEmpty()) {
            return new Hashtags(List.of());
        }
        var pace = pace(filter, tags);
        if (!isTop) {
            tags = tags.stream()
                    .filter(tag -> pace.getOrDefault(tag, 0.0) > 0)
                    .sorted(Comparator.comparing((String tag) -> -pace.getOrDefault(tag, 0.0)))
                    .limit(size)
                    .toList();
        }
        return tags.isEmpty() ? new Hashtags(List.of()) : described(filter, tags, pace);
    }

    private static MentionFilter lately(MentionFilter filter) {
        var start = filter.to().minus(LATELY);
        return start.isAfter(filter.from()) ? filter.over(start, filter.to()) : filter;
    }

    /** z at the end of the period, by hashtag. */
    private Map<String, Double> pace(MentionFilter filter, List<String> tags) {
        var end = filter.to().toEpochMilli() / BIN.toMillis();
        var over = Filters.of(
                filter.over(Instant.ofEpochMilli(end * BIN.toMillis()).minus(MEMORY), filter.to()));
        var uses = new HashMap<String, Long>();
        each(over, tags, Map.of()).forEach((tag, bucket) -> uses.put(tag, Math.min(bucket.docCount(), BINS)));
        var pace = new HashMap<String, Double>();
        var some = new ArrayList<String>();
        long bins = 0;
        for (var tag : tags) {
            var more = uses.getOrDefault(tag, 0L);
            if (bins + more > BINS_AT_ONCE) {
                pace.putAll(paceOf(over, some, end));
                some.clear();
                bins = 0;
            }
            some.add(tag);
            bins += more;
        }
        pace.putAll(paceOf(over, some, end));
        return pace;
    }

    private Map<String, Double> paceOf(Query over, List<String> tags, long end) {
        var steps = Aggregation.of(a -> a.dateHistogram(
                h -> h.field("eventTime").fixedInterval(t -> t.time("5m")).minDocCount(1)));
        var pace = new HashMap<String, Double>();
        each(over, tags, Map.of("steps", steps)).forEach((tag, bucket) -> {
            var hits = new TreeMap<Long, Long>();
            for (var step : of(bucket, "steps").dateHistogram().buckets().array()) {
                hits.put(step.key() / BIN.toMillis(), step.docCount());
            }
            pace.put(tag, z(hits, end));
        });
        return pace;
    }

    /** From the first use on, as on the stream; the bin that is still open does not count. */
    static double z(TreeMap<Long, Long> hits, long end) {
        var trend = Trend.NEW;
        double z = 0;
        for (long bin = hits.isEmpty() ? end : hits.firstKey(); bin < end; bin++) {
            var step = trend.after(hits.getOrDefault(bin, 0L));
            trend = step.trend();
            z = step.z();
        }
        return z;
    }

    private Hashtags described(MentionFilter filter, List<String> tags, Map<String, Double> pace) {
        var with = Aggregation.of(a -> a.terms(t -> t.field(FIELD).size(COMPANIONS + 1)));
        var now = each(Filters.of(filter), tags, Map.of(Tally.LABELS, Tally.BY_LABEL, "with", with));
        var before = each(Filters.of(filter.before()), tags, Map.of());
        var ever = new ArrayList<Query>();
        Filters.brands(ever, filter.brands());
        var first =
                each(Filters.all(ever), tags, Map.of("first", Aggregation.of(a -> a.min(m -> m.field("eventTime")))));
        var items = new ArrayList<Hashtags.Item>();
        for (var tag : tags) {
            var bucket = now.get(tag);
            var begun = first.get(tag);
            if (bucket == null || begun == null) {
                continue;
            }
            var counts = Tally.read(bucket.aggregations());
            var earlier = before.get(tag);
            double z = pace.getOrDefault(tag, 0.0);
            items.add(new Hashtags.Item(
                    tag,
                    bucket.docCount(),
                    counts.negative(),
                    counts.neutral(),
                    counts.positive(),
                    earlier == null ? 0 : earlier.docCount(),
                    z,
                    Trend.score(z),
                    Instant.ofEpochMilli(Math.round(of(begun, "first").min().value())),
                    companions(tag, of(bucket, "with"))));
        }
        return new Hashtags(items);
    }

    private static List<Hashtags.Companion> companions(String tag, Aggregate with) {
        return with.sterms().buckets().array().stream()
                .filter(b -> !b.key().stringValue().equals(tag))
                .limit(COMPANIONS)
                .map(b -> new Hashtags.Companion(b.key().stringValue(), b.docCount()))
                .toList();
    }

    /** The mentions of each of these hashtags, exactly. */
    private Map<String, StringTermsBucket> each(Query query, List<String> tags, Map<String, Aggregation> under) {
        var question = Aggregation.of(a -> a.terms(
                        t -> t.field(FIELD).size(tags.size()).include(i -> i.terms(tags)))
                .aggregations(under));
        var answer = elastic.count(indices.mentions(), query, Map.of("each", question))
                .get("each");
        var found = new HashMap<String, StringTermsBucket>();
        if (answer != null) {
            answer.sterms().buckets().array().forEach(b -> found.put(b.key().stringValue(), b));
        }
        return found;
    }

    private static Aggregate of(StringTermsBucket bucket, String name) {
        return Objects.requireNonNull(bucket.aggregations().get(name));
    }
}
