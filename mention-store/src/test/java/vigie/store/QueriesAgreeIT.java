package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vigie.model.AnalysedMention;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;
import vigie.query.Constructs;
import vigie.query.Evaluator;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.RandomPosts;
import vigie.query.RandomQueries;
import vigie.query.Scope;
import vigie.query.Searchable;

/** The index of mentions finds what the language's evaluator finds, also by what was found out about a post after it was matched. */
class QueriesAgreeIT extends StoreIT {

    private static final int MENTIONS = 400;

    /** {@code -Dvigie.queries=50000} looks longer, {@code -Dvigie.seed=7} elsewhere. */
    private static final int QUERIES = Integer.getInteger("vigie.queries", 1_000);

    private static final long SEED = Long.getLong("vigie.seed", 20_260_310);

    private final Random random = new Random(SEED);

    @Test
    void theIndexAndTheEvaluatorFindTheSame() {
        var posts = new RandomPosts(SEED);
        var views = new HashMap<String, Searchable>();
        var writes = new ArrayList<StoreWrite>();
        for (var i = 0; i < MENTIONS; i++) {
            var post = posts.post("p" + i);
            var mention = mention(post);
            views.put(post.id(), Documents.searchable(mention, post));
            writes.add(StoreWrite.mention(mention));
        }
        assertThat(write(writes)).allMatch(BulkResult.Ok.class::isInstance);

        var queries = new RandomQueries(SEED, Scope.SEARCH);
        var telling = new TreeSet<String>();
        var mixed = 0;
        for (var i = 0; i < QUERIES; i++) {
            var source = queries.source();
            var query = QueryParser.parse(source, Scope.SEARCH).query();
            var expected = matching(query, views);
            assertThat(found(query)).as("seed %d: %s", SEED, source).isEqualTo(expected);
            if (!expected.isEmpty() && expected.size() < MENTIONS) {
                telling.addAll(Constructs.of(query));
                mixed++;
            }
        }
        // agreement on nothing but empty answers would prove little
        assertThat(mixed).isGreaterThan(QUERIES / 2);
        assertThat(telling)
                .contains("reach:", "engagement:", "likes:", "views:", "virality:", "sentiment:", "story:", "lang:");
    }

    private static Set<String> matching(Query query, Map<String, Searchable> views) {
        return views.entrySet().stream()
                .filter(e -> Evaluator.matches(query, e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<String> found(Query query) {
        var filter = MentionFilter.between(RandomPosts.BEGIN, RandomPosts.END).q(query);
        return store.page(filter.build(), MentionSort.RECENT, MENTIONS, null).items().stream()
                .map(StoredMention::id)
                .collect(Collectors.toSet());
    }

    private AnalysedMention mention(Post post) {
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
                List.of("fr", "en", "und").get(random.nextInt(3)),
                new Sentiment(SentimentLabel.values()[random.nextInt(3)], -0.0, 1, List.of(), "test"),
                new Virality(random.nextInt(11) / 2.0, 0, 1, 0),
                new Reach(0, random.nextInt(6)),
                random.nextInt(3) == 0 ? "s1" : null,
                post.eventTime(),
                post.eventTime(),
                null);
    }
}
