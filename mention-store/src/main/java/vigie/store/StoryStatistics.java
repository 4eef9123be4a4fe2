package vigie.store;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.json.JsonData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.store.MentionReader.ShownMention;
import vigie.store.TopStories.Exemplar;
import vigie.store.TopStories.First;
import vigie.store.TopStories.Item;
import vigie.store.TopStories.Order;
import vigie.store.TopStories.Spread;

/** Counts stories as wholes. */
final class StoryStatistics {

    private static final int MOST_ITEMS = 100;

    /** Each shard offers this many, so that a story spread over several months is not missed. */
    private static final int CANDIDATES = 2_000;

    private static final int DISTINCT_EXACT = 1_000;
    private static final Duration RECENTLY = Duration.ofHours(1);
    private static final String VELOCITY = "velocity";

    private final Elastic elastic;
    private final Indices indices;

    StoryStatistics(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    TopStories top(MentionFilter filter, Order order, int size, Instant now) {
        if (size < 1 || size > MOST_ITEMS) {
            throw new RefusedRequest("size", "between 1 and " + MOST_ITEMS);
        }
        var end = now.isBefore(filter.to()) ? now : filter.to();
        var question = Aggregation.of(a -> a.terms(t -> {
                    t.field("story").size(size).shardSize(CANDIDATES);
                    return order == Order.VELOCITY
                            ? t.order(
                                    co.elastic.clients.util.NamedValue.of(VELOCITY, SortOrder.Desc),
                                    co.elastic.clients.util.NamedValue.of("_count", SortOrder.Desc))
                            : t;
                })
                .aggregations(Map.of(
                        Tally.LABELS,
                        Tally.BY_LABEL,
                        "authors",
                        Aggregation.of(
                                x -> x.cardinality(c -> c.field("post.author").precisionThreshold(DISTINCT_EXACT))),
                        "reachLow",
                        Tally.sum("reachLow"),
                        "reachHigh",
                        Tally.sum("reachHigh"),
                        "interactions",
                        Tally.sum("interactions"),
                        VELOCITY,
                        Tally.sum("velocity"),
                        "recent",
                        Aggregation.of(x -> x.filter(Filters.between("eventTime", end.minus(RECENTLY), null))),
                        "first",
                        one(MentionReader.by("eventTime", SortOrder.Asc)),
                        "exemplar",
                        one(
                                MentionReader.by("virality", SortOrder.Desc),
                                MentionReader.by("eventTime", SortOrder.Asc)))));
        var answer = elastic.count(indices.mentions(), Filters.of(filter), Map.of("stories", question))
                .get("stories");
        return new TopStories(
                answer == null
                        ? List.of()
                        : answer.sterms().buckets().array().stream()
                                .map(bucket -> item(bucket, end))
                                .toList());
    }

    private static Aggregation one(SortOptions... by) {
        return Aggregation.of(a -> a.topHits(t -> t.size(1)
                .sort(List.of(by))
                .sort(MentionReader.by("mentionId", SortOrder.Asc))
                .source(s -> s.filter(f -> f.includes("shown")))));
    }

    private static Item item(StringTermsBucket bucket, Instant end) {
        var answer = bucket.aggregations();
        var labels = Tally.read(answer);
        var authors = answer.get("authors");
        var first = mention(answer.get("first"));
        var exemplar = mention(answer.get("exemplar"));
        return new Item(
                bucket.key().stringValue(),
                bucket.docCount(),
                labels.negative(),
                labels.neutral(),
                labels.positive(),
                authors == null ? 0 : authors.cardinality().value(),
                Tally.reach(answer),
                spread(bucket.docCount(), answer, first, end),
                first == null
                        ? null
                        : new First(first.mentionId(), first.eventTime(), first.platform(), name(first.author())),
                exemplar == null ? null : new Exemplar(exemplar.mentionId(), exemplar.title(), exemplar.text()));
    }

    private static Spread spread(
            long tellings, Map<String, Aggregate> answer, @Nullable StoredMention first, Instant end) {
        var velocity = answer.get(VELOCITY);
        var recent = answer.get("recent");
        var ofLate = recent == null ? 0 : recent.filter().docCount();
        var begunOfLate = first != null && !first.eventTime().isBefore(end.minus(RECENTLY));
        return Spread.of(
                velocity == null ? 0 : velocity.sum().value(),
                Tally.sum(answer.get("interactions")),
                tellings - 1,
                begunOfLate ? Math.max(0, ofLate - 1) : ofLate);
    }

    private static @Nullable String name(@Nullable Author author) {
        if (author == null) {
            return null;
        }
        return author.handle() != null ? author.handle() : author.name() != null ? author.name() : author.id();
    }

    private static @Nullable StoredMention mention(@Nullable Aggregate hit) {
        if (hit == null || hit.topHits().hits().hits().isEmpty()) {
            return null;
        }
        JsonData source = hit.topHits().hits().hits().get(0).source();
        return source == null ? null : source.to(ShownMention.class).shown();
    }
}
