package vigie.store;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vigie.query.Field;

/** Who speaks of the brands, how far they are heard, and on which side they are. */
final class AuthorStatistics {

    private static final int MOST_ITEMS = 100;

    /** Of so many accounts, the ones with the largest reach or most mentions, the most influential are looked for. */
    private static final int CANDIDATES = 1_000;

    private static final int SHARD_SIZE = 5_000;

    private static final Aggregation ANSWERS = Aggregation.of(a -> a.filter(Filters.all(
            List.of(Filters.term("label", "positive"), Filters.term("post.keys." + Field.IS.key(), "reply")))));

    private static final Map<String, Aggregation> UNDER = Tally.figures(Map.of("answers", ANSWERS));

    private static final Map<String, Aggregation> WITH_NAME =
            Tally.figures(Map.of("answers", ANSWERS, NewestAuthor.NAME, NewestAuthor.QUESTION));

    private final Elastic elastic;
    private final Indices indices;

    AuthorStatistics(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    Authors of(MentionFilter filter, Authors.Order order, Authors.@Nullable Role role, int size) {
        if (size < 1 || size > MOST_ITEMS) {
            throw new RefusedRequest("size", "between 1 and " + MOST_ITEMS);
        }
        var days = Duration.between(filter.from(), filter.to()).toMillis()
                / (double) Duration.ofDays(1).toMillis();
        var all = Filters.of(filter);
        // who somebody is must be read from a mention: for the few that are shown only, but where influence, which
        // needs it, chooses them
        var isKnown = order == Authors.Order.INFLUENCE;
        var chosen = items(candidates(all, order, role, size, isKnown ? WITH_NAME : UNDER), days, order, role, size);
        return new Authors(
                isKnown || chosen.isEmpty() ? chosen : items(described(all, chosen), days, order, role, size));
    }

    private static List<Authors.Item> items(
            List<StringTermsBucket> buckets, double days, Authors.Order order, Authors.@Nullable Role role, int size) {
        return buckets.stream()
                .map(bucket -> item(bucket, days))
                .filter(item -> role == null || item.role() == role)
                .sorted(by(order))
                .limit(size)
                .toList();
    }

    private static Comparator<Authors.Item> by(Authors.Order order) {
        Comparator<Authors.Item> largest =
                switch (order) {
                    case MENTIONS -> Comparator.comparingDouble(item -> -item.mentions());
                    case REACH ->
                        Comparator.comparingDouble(item -> -item.reach().high());
                    case INFLUENCE -> Comparator.comparingDouble(AuthorStatistics::lessInfluence);
                };
        return largest.thenComparing(Authors.Item::author);
    }

    private static double lessInfluence(Authors.Item item) {
        var score = item.influence().score();
        return score == null ? 1 : -score;
    }

    private List<StringTermsBucket> candidates(
            Query query, Authors.Order order, Authors.@Nullable Role role, int size, Map<String, Aggregation> under) {
        if (order == Authors.Order.MENTIONS && role == null) {
            return accounts(query, t -> t.size(size).shardSize(SHARD_SIZE), Map.of());
        }
        var first = order == Authors.Order.MENTIONS ? "_count" : "reachHigh";
        return accounts(
                query,
                t -> t.size(CANDIDATES).shardSize(SHARD_SIZE).order(NamedValue.of(first, SortOrder.Desc)),
                under);
    }

    /** The same accounts again, with all that is said of them. */
    private List<StringTermsBucket> described(Query query, List<Authors.Item> chosen) {
        var keys = chosen.stream().map(Authors.Item::author).toList();
        return accounts(
                Filters.all(List.of(query, Filters.anyOf("post.author", keys))),
                t -> t.size(keys.size()).include(i -> i.terms(keys)),
                WITH_NAME);
    }

    private List<StringTermsBucket> accounts(
            Query query, UnaryOperator<TermsAggregation.Builder> which, Map<String, Aggregation> under) {
        var question = Aggregation.of(
                a -> a.terms(t -> which.apply(t.field("post.author"))).aggregations(under));
        var answer = elastic.count(indices.mentions(), query, Map.of("authors", question))
                .get("authors");
        return answer == null ? List.of() : answer.sterms().buckets().array();
    }

    private static Authors.Item item(StringTermsBucket bucket, double days) {
        var answer = bucket.aggregations();
        var counts = Tally.read(answer);
        var author = NewestAuthor.read(answer.get(NewestAuthor.NAME));
        var followers = author == null ? null : author.followers();
        var interactions = Tally.sum(answer.get("interactions"));
        var answers = answer.get("answers");
        return new Authors.Item(
                bucket.key().stringValue(),
                NewestAuthor.label(author),
                bucket.docCount(),
                counts.negative(),
                counts.neutral(),
                counts.positive(),
                followers,
                interactions,
                Tally.reach(answer),
                Influence.of(followers, bucket.docCount(), interactions, days),
                Authors.Role.of(counts, answers == null ? 0 : answers.filter().docCount()));
    }
}
