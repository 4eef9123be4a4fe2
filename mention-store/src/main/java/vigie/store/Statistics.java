package vigie.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts over many mentions. */
final class Statistics {

    private static final int MOST_BUCKETS = 10_000;
    private static final int MOST_ITEMS = 1_000;
    private static final int[] SHARD_SIZES = {2_000, 20_000, 200_000};
    private static final int DISTINCT_EXACT = 40_000;

    private final Elastic elastic;
    private final Indices indices;

    Statistics(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    Summary summary(MentionFilter filter) {
        var answer = elastic.count(
                indices.mentions(),
                Filters.of(filter),
                Map.of(
                        Tally.LABELS,
                        Tally.BY_LABEL,
                        "authors",
                        distinct("post.author"),
                        "stories",
                        distinct("story"),
                        "reachLow",
                        Tally.sum("reachLow"),
                        "reachHigh",
                        Tally.sum("reachHigh"),
                        "interactions",
                        Tally.sum("interactions")));
        return Summary.of(
                Tally.read(answer),
                distinct(answer.get("stories")),
                distinct(answer.get("authors")),
                Tally.reach(answer),
                Tally.sum(answer.get("interactions")));
    }

    static Aggregation distinct(String field) {
        return Aggregation.of(a -> a.cardinality(c -> c.field(field).precisionThreshold(DISTINCT_EXACT)));
    }

    static long distinct(@Nullable Aggregate answer) {
        return answer == null ? 0 : answer.cardinality().value();
    }

    Timeline timeline(MentionFilter filter, String interval, ZoneId zone) {
        var starts = starts(filter.from(), filter.to(), interval, zone);
        var steps = Aggregation.of(a -> a.dateHistogram(h -> {
                    h.field("eventTime").minDocCount(1);
                    return interval.equals("1d")
                            ? h.calendarInterval(CalendarInterval.Day).timeZone(zone.getId())
                            : h.fixedInterval(t -> t.time(interval));
                })
                .aggregations(Tally.LABELS, Tally.BY_LABEL));
        var answer = elastic.count(indices.mentions(), Filters.of(filter), Map.of("steps", steps))
                .get("steps");
        var counts = new TreeMap<Instant, SentimentCounts>();
        starts.forEach(t -> counts.put(t, SentimentCounts.NONE));
        if (answer != null) {
            for (var bucket : answer.dateHistogram().buckets().array()) {
                var step = counts.floorKey(Instant.ofEpochMilli(bucket.key()));
                counts.merge(
                        step == null ? starts.get(0) : step, Tally.read(bucket.aggregations()), SentimentCounts::plus);
            }
        }
        var buckets = new ArrayList<Timeline.Bucket>();
        counts.forEach((t, n) -> buckets.add(new Timeline.Bucket(t, n.all(), n.negative(), n.neutral(), n.positive())));
        return new Timeline(interval, buckets);
    }

    /** The start of every step that the period touches, so that quiet steps show as zero. */
    private static List<Instant> starts(Instant from, Instant to, String interval, ZoneId zone) {
        var starts = new ArrayList<Instant>();
        if (interval.equals("1d")) {
            for (var day = from.atZone(zone).toLocalDate();
                    day.atStartOfDay(zone).toInstant().isBefore(to);
                    day = day.plusDays(1)) {
                add(starts, day.atStartOfDay(zone).toInstant());
            }
            return starts;
        }
        var step = step(interval).toMillis();
        for (var t = Math.floorDiv(from.toEpochMilli(), step) * step; t < to.toEpochMilli(); t += step) {
            add(starts, Instant.ofEpochMilli(t));
        }
        return starts;
    }

    private static void add(List<Instant> starts, Instant t) {
        if (starts.size() == MOST_BUCKETS) {
            throw new RefusedRequest("interval", "too fine for so long a period: more than " + MOST_BUCKETS + " steps");
        }
        starts.add(t);
    }

    private static Duration step(String interval) {
        if (interval.equals("5m")) {
            return Duration.ofMinutes(5);
        }
        if (interval.equals("1h")) {
            return Duration.ofHours(1);
        }
        throw new RefusedRequest("interval", "one of 5m, 1h, 1d");
    }

    Breakdown breakdown(MentionFilter filter, Dimension by, int size) {
        if (size < 1 || size > MOST_ITEMS) {
            throw new RefusedRequest("size", "between 1 and " + MOST_ITEMS);
        }
        var under = by == Dimension.AUTHOR
                ? Map.of(Tally.LABELS, Tally.BY_LABEL, NewestAuthor.NAME, NewestAuthor.QUESTION)
                : Map.of(Tally.LABELS, Tally.BY_LABEL);
        var terms = top(Filters.of(filter), by.path(), size, under);
        if (terms == null) {
            return new Breakdown(by.wire(), List.of(), 0);
        }
        var items = terms.buckets().array().stream().map(Statistics::item).toList();
        var other = terms.sumOtherDocCount();
        return new Breakdown(by.wire(), items, other == null ? 0 : other);
    }

    private static Breakdown.Item item(StringTermsBucket bucket) {
        var counts = Tally.read(bucket.aggregations());
        return new Breakdown.Item(
                bucket.key().stringValue(),
                NewestAuthor.label(NewestAuthor.read(bucket.aggregations().get(NewestAuthor.NAME))),
                bucket.docCount(),
                counts.negative(),
                counts.neutral(),
                counts.positive());
    }

    ShareOfVoice shareOfVoice(MentionFilter filter) {
        var terms = top(
                Filters.of(filter),
                "brand",
                MOST_ITEMS,
                Map.of(
                        Tally.LABELS,
                        Tally.BY_LABEL,
                        "reachLow",
                        Tally.sum("reachLow"),
                        "reachHigh",
                        Tally.sum("reachHigh")));
        var buckets =
                terms == null ? List.<StringTermsBucket>of() : terms.buckets().array();
        var other = terms == null || terms.sumOtherDocCount() == null ? 0 : terms.sumOtherDocCount();
        var all =
                other + buckets.stream().mapToLong(StringTermsBucket::docCount).sum();
        var items = buckets.stream()
                .map(b -> {
                    var n = Tally.read(b.aggregations());
                    return new ShareOfVoice.Item(
                            b.key().stringValue(),
                            b.docCount(),
                            100.0 * b.docCount() / all,
                            n.negative(),
                            n.neutral(),
                            n.positive(),
                            Tally.reach(b.aggregations()));
                })
                .toList();
        return new ShareOfVoice(all, items);
    }

    /**
     * The most frequent values, exactly: each shard first offers a few thousand candidates, and more when the answer says that a
     * count could be short.
     */
    @Nullable
    StringTermsAggregate top(Query query, String field, int size, Map<String, Aggregation> under) {
        StringTermsAggregate terms = null;
        for (var shardSize : SHARD_SIZES) {
            var question = Aggregation.of(a ->
                    a.terms(t -> t.field(field).size(size).shardSize(shardSize)).aggregations(under));
            var answer = elastic.count(indices.mentions(), query, Map.of("top", question))
                    .get("top");
            if (answer == null) {
                return null;
            }
            terms = answer.sterms();
            var error = terms.docCountErrorUpperBound();
            if (error == null || error == 0) {
                return terms;
            }
        }
        return terms;
    }
}
