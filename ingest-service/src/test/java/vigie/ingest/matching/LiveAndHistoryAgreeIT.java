package vigie.ingest.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigie.model.Brand;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.TrackedQuery;
import vigie.query.Constructs;
import vigie.query.Evaluator;
import vigie.query.Exclusions;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.RandomPosts;
import vigie.query.RandomQueries;
import vigie.query.Scope;
import vigie.query.Searchable;
import vigie.server.TestServers;
import vigie.store.BulkResult;
import vigie.store.MentionStore;
import vigie.store.PostFilter;
import vigie.store.QuerySet;
import vigie.store.StoreSettings;
import vigie.store.StoreWrite;

/**
 * What the language's evaluator says, the stream's table and the search index say too: of any query, on any post, with any
 * exclusions. The stream also says which queries, clauses and places.
 */
class LiveAndHistoryAgreeIT {

    private static final int POSTS = 500;

    /** {@code -Dvigie.queries=50000} looks longer, {@code -Dvigie.seed=7} elsewhere. */
    private static final int QUERIES = Integer.getInteger("vigie.queries", 2_000);

    private static final long SEED = Long.getLong("vigie.seed", 20_261_122);

    private static final int QUERIES_OF_A_BRAND = 3;

    /** Which brands keep somebody out. */
    private static final int EXCLUDING = 5;

    private static final List<String> SITES = List.of("www.Blog.Acme.example", "xn--mller-kva.example");
    private static final List<String> AUTHORS = List.of("x:7", "rss:ÜNÏ");

    private static final Map<String, Post> posts = new LinkedHashMap<>();
    private static final Map<String, Searchable> views = new HashMap<>();

    private static MentionStore store;

    @BeforeAll
    static void writePosts() {
        var uri = URI.create(TestServers.elasticsearch().uri());
        store = MentionStore.open(StoreSettings.of(uri).withPrefix("agree").withShards(2, 0));
        var random = new RandomPosts(SEED);
        var writes = new ArrayList<StoreWrite>();
        for (int i = 0; i < POSTS; i++) {
            var post = random.post("p" + i);
            posts.put(post.id(), post);
            views.put(post.id(), Searchable.of(post));
            writes.add(StoreWrite.post(new PostEvent.Published(post, RandomPosts.END, "test"), 1));
        }
        assertThat(store.bulk(writes).items()).allMatch(BulkResult.Ok.class::isInstance);
        store.refresh();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void streamIndexAndEvaluatorAgree() {
        var random = new RandomQueries(SEED, Scope.TRACKING);
        var brands = new HashMap<String, Brand>();
        for (int i = 0; i < QUERIES / QUERIES_OF_A_BRAND; i++) {
            var sources = new ArrayList<String>();
            for (int q = 0; q < QUERIES_OF_A_BRAND; q++) {
                sources.add(random.source());
            }
            brands.put("b" + i, brand("b" + i, i % EXCLUDING == 0, sources));
        }
        var stream = byStream(brands);

        var telling = new TreeSet<String>();
        int mixed = 0;
        for (var brand : brands.values()) {
            var exclusions = Exclusions.of(brand.excludedSites(), brand.excludedAuthors());
            for (var tracked : brand.queries()) {
                var query = read(tracked.query());
                var expected = byEvaluator(query, exclusions);
                if (!stream.get(brand.id() + tracked.id()).equals(expected)
                        || !byIndex(query, exclusions).equals(expected)) {
                    explain(query, exclusions);
                }
                if (!expected.isEmpty() && expected.size() < POSTS) {
                    telling.addAll(Constructs.of(query));
                    mixed++;
                }
            }
        }
        // agreement on nothing but empty answers would prove little
        assertThat(mixed).isGreaterThan(QUERIES / 2);
        assertThat(telling).containsAll(Constructs.all(Scope.TRACKING));
    }

    /** All queries at once against each post, as posts arrive; for each query its posts. */
    private static Map<String, Set<String>> byStream(Map<String, Brand> brands) {
        var matcher = new QueryMatcher();
        matcher.apply(brands);
        var asked = new HashMap<String, Query>();
        var found = new HashMap<String, Set<String>>();
        brands.forEach((id, brand) -> brand.queries().forEach(tracked -> {
            asked.put(id + tracked.id(), read(tracked.query()));
            found.put(id + tracked.id(), new TreeSet<>());
        }));
        assertThat(matcher.size()).isEqualTo(asked.size());
        for (var post : posts.values()) {
            for (var brand : matcher.match(post).brands()) {
                for (var match : brand.queries()) {
                    var key = brand.brand() + match.query();
                    found.get(key).add(post.id());
                    assertThat(match.spans())
                            .isEqualTo(Evaluator.evaluate(asked.get(key), views.get(post.id()))
                                    .spans());
                }
            }
        }
        return found;
    }

    private static Set<String> byEvaluator(Query query, Exclusions exclusions) {
        return posts.values().stream()
                .filter(post -> !exclusions.excludes(post, views.get(post.id())))
                .map(Post::id)
                .filter(id -> Evaluator.matches(query, views.get(id)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> byStream(Query query, Exclusions exclusions) {
        boolean excluding = !exclusions.equals(Exclusions.NONE);
        return byStream(Map.of("b", brand("b", excluding, List.of(query.print()))))
                .get("bq0");
    }

    private static Set<String> byIndex(Query query, Exclusions exclusions) {
        var caught = List.of(new QuerySet(List.of(query), exclusions));
        return store
                .posts(new PostFilter(RandomPosts.BEGIN, RandomPosts.END, caught, List.of()), POSTS, null)
                .items()
                .stream()
                .map(stored -> stored.post().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Fails with the smallest part of the query that is still disagreed about. */
    private static void explain(Query query, Exclusions exclusions) {
        var ways = Map.<String, Function<Query, Set<String>>>of(
                "stream", q -> byStream(q, exclusions), "index", q -> byIndex(q, exclusions));
        ways.forEach((name, way) -> {
            Predicate<Query> disagrees = q -> !way.apply(q).equals(byEvaluator(q, exclusions));
            if (disagrees.test(query)) {
                var least = least(query, disagrees);
                assertThat(way.apply(least))
                        .as("seed %d, %s: %s", SEED, name, least.print())
                        .isEqualTo(byEvaluator(least, exclusions));
            }
        });
        throw new AssertionError("only together: " + query.print());
    }

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

    private static Query read(String source) {
        var query = QueryParser.parse(source, Scope.TRACKING).query();
        assertThat(query).as(source).isNotNull();
        return query;
    }

    private static Brand brand(String id, boolean excluding, List<String> sources) {
        var queries = new ArrayList<TrackedQuery>();
        for (var source : sources) {
            queries.add(new TrackedQuery("q" + queries.size(), "Q", source));
        }
        return new Brand(
                id,
                id,
                null,
                null,
                queries,
                List.of(),
                List.of(),
                excluding ? SITES : List.of(),
                excluding ? AUTHORS : List.of(),
                RandomPosts.BEGIN);
    }
}
