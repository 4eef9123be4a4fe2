package vigie.ingest.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.jspecify.annotations.Nullable;
import vigie.model.Brand;
import vigie.model.BrandMatch;
import vigie.model.Post;
import vigie.model.QueryMatch;
import vigie.query.Evaluator;
import vigie.query.Query;
import vigie.query.Searchable;

/**
 * All tracked queries of all brands against a post, in one pass. Brands may change while posts are matched; a change holds for every
 * post that begins after {@link #apply} returned.
 */
public final class QueryMatcher implements AutoCloseable {

    private static final String SEPARATOR = "\n";

    private final Monitor monitor;
    private volatile State state = State.of(Map.of());

    public QueryMatcher() {
        try {
            // the analyzer is never asked: documents bring their own terms
            monitor = new Monitor(new StandardAnalyzer(), new TermFilteredPresearcher());
        } catch (IOException e) {
            throw new UncheckedIOException("the matcher's index lives in memory", e);
        }
    }

    /**
     * What a post concerns.
     *
     * @param brands brands with at least one matching query, by id
     * @param hashtags tracked hashtags in the post, each with the brands that track it
     */
    public record Matches(List<BrandMatch> brands, Map<String, List<String>> hashtags) {}

    /** A tracked query as it was registered. */
    private record Tracked(TrackedBrand brand, String query, Query ast) {}

    /** Everything that is true at one moment. */
    private record State(
            Map<String, TrackedBrand> brands, Map<String, Tracked> queries, Map<String, Set<String>> hashtags) {

        static State of(Map<String, TrackedBrand> brands) {
            var queries = new HashMap<String, Tracked>();
            var hashtags = new HashMap<String, Set<String>>();
            brands.forEach((id, brand) -> {
                brand.queries()
                        .forEach((query, ast) -> queries.put(id + SEPARATOR + query, new Tracked(brand, query, ast)));
                brand.hashtags()
                        .forEach(tag -> hashtags.computeIfAbsent(tag, t -> new TreeSet<>())
                                .add(id));
            });
            return new State(brands, queries, hashtags);
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
        var next = State.of(brands);
        try {
            register(next);
        } catch (IOException e) {
            throw new UncheckedIOException("the matcher's index lives in memory", e);
        }
    }

    /** New queries are found before they are known, old ones are unknown before they are lost: nothing known is ever missed. */
    private void register(State next) throws IOException {
        var before = state;
        var added = new ArrayList<MonitorQuery>();
        next.queries().forEach((id, tracked) -> {
            var old = before.queries().get(id);
            if (old == null || !old.ast().equals(tracked.ast())) {
                added.add(new MonitorQuery(id, Candidates.loosen(tracked.ast())));
            }
        });
        monitor.register(added);
        state = next;
        var removed = new HashSet<>(before.queries().keySet());
        removed.removeAll(next.queries().keySet());
        monitor.deleteById(List.copyOf(removed));
    }

    /** How many queries are tracked. */
    public int size() {
        return state.queries().size();
    }

    /** What the post concerns; at most a few candidates are evaluated, however many queries there are. */
    public Matches match(Post post) {
        var now = state;
        var view = Searchable.of(post);
        var byBrand = new TreeMap<String, List<QueryMatch>>();
        for (var id : candidates(view)) {
            var tracked = now.queries().get(id);
            if (tracked == null || tracked.brand().excludes(post, view)) {
                continue;
            }
            var match = Evaluator.evaluate(tracked.ast(), view);
            if (match.matched()) {
                byBrand.computeIfAbsent(tracked.brand().brand().id(), b -> new ArrayList<>())
                        .add(new QueryMatch(tracked.query(), match.spans()));
            }
        }
        var brands = new ArrayList<BrandMatch>(byBrand.size());
        byBrand.forEach((id, queries) -> {
            var tracked = now.brands().get(id);
            brands.add(
                    new BrandMatch(id, tracked == null ? null : tracked.brand().since(), queries));
        });
        return new Matches(brands, hashtags(now, post, view));
    }

    private List<String> candidates(Searchable view) {
        if (state.queries().isEmpty()) {
            return List.of();
        }
        try {
            var found = monitor.match(Candidates.document(view), org.apache.lucene.monitor.QueryMatch.SIMPLE_MATCHER);
            return found.getMatches().stream()
                    .map(org.apache.lucene.monitor.QueryMatch::getQueryId)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the matcher's index lives in memory", e);
        }
    }

    private static Map<String, List<String>> hashtags(State now, Post post, Searchable view) {
        if (now.hashtags().isEmpty()) {
            return Map.of();
        }
        var hits = new TreeMap<String, List<String>>();
        for (var tag : view.hashtags()) {
            var brands = now.hashtags().getOrDefault(tag, Set.of()).stream()
                    .filter(id -> wants(now.brands().get(id), post, view))
                    .toList();
            if (!brands.isEmpty()) {
                hits.put(tag, brands);
            }
        }
        return hits;
    }

    private static boolean wants(@Nullable TrackedBrand brand, Post post, Searchable view) {
        return brand != null && !brand.excludes(post, view);
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the matcher's index lives in memory", e);
        }
    }
}
