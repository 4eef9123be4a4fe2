package vigie.ingest.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vigie.model.Brand;
import vigie.model.BrandMatch;
import vigie.model.Post;
import vigie.model.QueryMatch;
import vigie.query.Evaluator;
import vigie.query.Searchable;
import vigie.query.Token;
import vigie.query.Zone;

/**
 * All tracked queries of all brands against a post, in one pass. Brands may change while posts are matched; a change holds for every
 * post that begins after {@link #apply} returned.
 */
public final class QueryMatcher {

    private volatile State state = State.of(Map.of());

    /**
     * What a post concerns.
     *
     * @param brands brands with at least one matching query, by id
     * @param hashtags tracked hashtags in the post as they are tracked, each with the brands that track it
     */
    public record Matches(List<BrandMatch> brands, Map<String, List<String>> hashtags) {}

    /** A query and whose it is. */
    private record Asked(TrackedBrand brand, TrackedBrand.Tracked query) {}

    /** Everything that is true at one moment; queries are numbered by brand and id, as they are told. */
    private record State(
            Map<String, TrackedBrand> brands,
            List<Asked> queries,
            QueryTable table,
            Map<String, Set<String>> hashtags) {

        static State of(Map<String, TrackedBrand> brands) {
            var queries = new ArrayList<Asked>();
            var hashtags = new HashMap<String, Set<String>>();
            new TreeMap<>(brands).forEach((id, brand) -> {
                brand.queries().forEach(query -> queries.add(new Asked(brand, query)));
                brand.hashtags()
                        .forEach(tag -> hashtags.computeIfAbsent(tag, t -> new TreeSet<>())
                                .add(id));
            });
            var table = new QueryTable(
                    queries.stream().map(q -> q.query().anchors()).toList());
            return new State(brands, queries, table, hashtags);
        }
    }

    /** Adds, replaces and (where the value is null) removes brands, by id. One thread at a time. */
    public synchronized void apply(Map<String, @Nullable Brand> changes) {
        var brands = new HashMap<>(state.brands());
        changes.forEach((id, brand) -> {
            if (brand == null) {
                brands.remove(id);
            } else {
                brands.put(id, TrackedBrand.of(brand));
            }
        });
        state = State.of(brands);
    }

    /** How many queries are tracked. */
    public int size() {
        return state.queries().size();
    }

    /** What the post concerns; at most a few candidates are evaluated, however many queries there are. */
    public Matches match(Post post) {
        var now = state;
        var view = Searchable.of(post);
        return new Matches(brands(now, post, view), hashtags(now, post, view));
    }

    private static List<BrandMatch> brands(State now, Post post, Searchable view) {
        var byBrand = new LinkedHashMap<String, List<QueryMatch>>();
        var candidates = now.table().candidates(view);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            var asked = now.queries().get(i);
            var match = Evaluator.evaluate(asked.query().ast(), view);
            if (match.matched() && !asked.brand().excludes(post, view)) {
                byBrand.computeIfAbsent(asked.brand().brand().id(), b -> new ArrayList<>())
                        .add(new QueryMatch(asked.query().id(), match.spans()));
            }
        }
        var brands = new ArrayList<BrandMatch>(byBrand.size());
        byBrand.forEach((id, queries) -> {
            var tracked = now.brands().get(id);
            brands.add(
                    new BrandMatch(id, tracked == null ? null : tracked.brand().since(), queries));
        });
        return brands;
    }

    private static Map<String, List<String>> hashtags(State now, Post post, Searchable view) {
        if (now.hashtags().isEmpty()) {
            return Map.of();
        }
        var hits = new TreeMap<String, List<String>>();
        for (var tag : spellings(view)) {
            var brands = now.hashtags().getOrDefault(tag, Set.of()).stream()
                    .filter(id -> wants(now.brands().get(id), post, view))
                    .toList();
            if (!brands.isEmpty()) {
                hits.put(tag, brands);
            }
        }
        return hits;
    }

    /** As in queries: tracked without accents, a hashtag is found in every spelling; with them, in that one. */
    private static Set<String> spellings(Searchable view) {
        var spellings = new TreeSet<String>();
        for (var list : view.lists(Zone.ANYWHERE)) {
            for (var token : list) {
                if (token.kind() == Token.Kind.HASHTAG) {
                    spellings.add(token.accented().substring(1));
                    spellings.add(token.folded().substring(1));
                }
            }
        }
        return spellings;
    }

    private static boolean wants(@Nullable TrackedBrand brand, Post post, Searchable view) {
        return brand != null && !brand.excludes(post, view);
    }
}
