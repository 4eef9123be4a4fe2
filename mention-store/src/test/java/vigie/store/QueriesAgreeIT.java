package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.model.AnalysedMention;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;
import vigie.query.Evaluator;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;
import vigie.query.Searchable;

/** The index finds what the language's own evaluator finds: for any query, on any post, in mentions and in accepted posts. */
class QueriesAgreeIT extends StoreIT {

    private static final int POSTS = 400;
    private static final int QUERIES = 800;
    private static final long SEED = Long.getLong("vigie.seed", 20_260_310);

    private final Elastic elastic = new Elastic(SETTINGS);

    @AfterEach
    void closeWire() {
        elastic.close();
    }

    @Test
    void theIndexAndTheEvaluatorFindTheSame() {
        var chance = new Chance(SEED);
        Map<String, Searchable> asPosts = new HashMap<>();
        Map<String, Searchable> asMentions = new HashMap<>();
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < POSTS; i++) {
            var post = chance.post(i);
            var mention = mention(chance, post);
            asPosts.put(post.id(), Searchable.of(post));
            asMentions.put(post.id(), Documents.searchable(mention, post));
            writes.add(StoreWrite.post(new PostEvent.Published(post, Said.NOON, "test"), 1));
            writes.add(StoreWrite.mention(mention));
        }
        assertThat(write(writes)).allMatch(BulkResult.Ok.class::isInstance);

        var found = 0;
        for (var asked = 0; asked < QUERIES; ) {
            var source = chance.query(3);
            var query = QueryParser.parse(source, Scope.SEARCH).query();
            if (query == null) {
                continue;
            }
            asked++;
            var expected = matching(query, asPosts);
            if (!posts(query).equals(expected)) {
                var least = least(query, q -> !posts(q).equals(matching(q, asPosts)));
                assertThat(posts(least))
                        .as("posts, seed %d: %s", SEED, least.print())
                        .isEqualTo(matching(least, asPosts));
            }
            if (!mentions(query).equals(matching(query, asMentions))) {
                var least = least(query, q -> !mentions(q).equals(matching(q, asMentions)));
                assertThat(mentions(least))
                        .as("mentions, seed %d: %s", SEED, least.print())
                        .isEqualTo(matching(least, asMentions));
            }
            found += expected.isEmpty() || expected.size() == POSTS ? 0 : 1;
        }
        // agreement on nothing but empty answers would prove little
        assertThat(found).isGreaterThan(QUERIES / 2);
    }

    /** The smallest part of a query that still disagrees. */
    private static Query least(Query query, Predicate<Query> disagrees) {
        for (var part : parts(query)) {
            if (disagrees.test(part)) {
                return least(part, disagrees);
            }
        }
        return query;
    }

    private static List<Query> parts(Query query) {
        if (query instanceof Query.And and) {
            return and.clauses();
        }
        if (query instanceof Query.Or or) {
            return or.clauses();
        }
        if (query instanceof Query.Not not) {
            return List.of(not.clause());
        }
        return query instanceof Query.Near near ? List.of(near.left(), near.right()) : List.of();
    }

    private static Set<String> matching(Query query, Map<String, Searchable> posts) {
        return posts.entrySet().stream()
                .filter(e -> Evaluator.matches(query, e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Native ids of what the index finds, asked without the texts. */
    private Set<String> found(String indices, Query query) {
        var answer = elastic.ask(c -> c.search(
                s -> s.index(indices)
                        .query(QueryCompiler.compile(query))
                        .size(POSTS)
                        .source(f -> f.fetch(false))
                        .docvalueFields(d -> d.field("post.id")),
                Void.class));
        return answer.hits().hits().stream()
                .map(hit -> hit.fields().get("post.id").to(String[].class)[0])
                .map(id -> id.substring(id.indexOf(':') + 1))
                .collect(Collectors.toSet());
    }

    private Set<String> posts(Query query) {
        return found(prefix + "-posts-*", query);
    }

    private Set<String> mentions(Query query) {
        return found(prefix + "-mentions-*", query);
    }

    private static AnalysedMention mention(Chance chance, Post post) {
        return new AnalysedMention(
                PostId.mention(post.postId(), "acme"),
                "acme",
                null,
                post.postId(),
                AnalysedMention.Change.FIRST,
                1,
                1,
                null,
                post,
                post.eventTime(),
                List.of(new QueryMatch("q", List.of())),
                chance.of(List.of("fr", "en", "und")),
                new Sentiment(chance.of(List.of(SentimentLabel.values())), -0.0, 1, List.of(), "test"),
                new Virality(chance.upTo(10) / 2.0, 0, 1, 0),
                new Reach(0, chance.upTo(5)),
                chance.once(3) ? "s1" : null,
                post.eventTime(),
                post.eventTime(),
                null);
    }
}
