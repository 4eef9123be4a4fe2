package vigie.store;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.util.NamedValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
    private static final String FIELD = "story";
    private static final String VELOCITY = "velocity";
    private static final Map<String, Aggregation> SPEED = Map.of(VELOCITY, Tally.sum("velocity"));

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
        var all = Filters.of(filter);
        // all that is shown of a story costs much, so it is asked of those few only
        var stories = stories(all, t -> largest(t, order, size), order == Order.VELOCITY ? SPEED : Map.of()).stream()
                .map(bucket -> bucket.key().stringValue())
                .toList();
        if (stories.isEmpty()) {
            return new TopStories(List.of());
        }
        var described = new HashMap<String, Item>();
        stories(
                        Filters.all(List.of(all, Filters.anyOf(FIELD, stories))),
                        t -> t.size(stories.size()).include(i -> i.terms(stories)),
                        under(end))
                .forEach(bucket -> described.put(bucket.key().stringValue(), item(bucket, end)));
        return new TopStories(
                stories.stream().map(described::get).filter(Objects::nonNull).toList());
    }

    private static TermsAggregation.Builder largest(TermsAggregation.Builder terms, Order order, int size) {
        terms.size(size).shardSize(CANDIDATES);
        return order == Order.VELOCITY
                ? terms.order(NamedValue.of(VELOCITY, SortOrder.Desc), NamedValue.of("_count", SortOrder.Desc))
                : terms;
    }

    private List<StringTermsBucket> stories(
            Query query, UnaryOperator<TermsAggregation.Builder> which, Map<String, Aggregation> under) {
        var question =
                Aggregation.of(a -> a.terms(t -> which.apply(t.field(FIELD))).aggregations(under));
        var answer = elastic.count(indices.mentions(), query, Map.of("stories", question))
                .get("stories");
        return answer == null ? List.of() : answer.sterms().buckets().array();
    }

    private static Map<String, Aggregation> under(Instant end) {
        return Tally.figures(Map.of(
                "authors",
                Aggregation.of(x -> x.cardinality(c -> c.field("post.author").precisionThreshold(DISTINCT_EXACT))),
                VELOCITY,
                Tally.sum("velocity"),
                "recent",
                Aggregation.of(x -> x.filter(Filters.between("eventTime", end.minus(RECENTLY), null))),
                "first",
                one(MentionReader.by("eventTime", SortOrder.Asc)),
                "exemplar",
                one(MentionReader.by("virality", SortOrder.Desc), MentionReader.by("eventTime", SortOrder.Asc))));
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
