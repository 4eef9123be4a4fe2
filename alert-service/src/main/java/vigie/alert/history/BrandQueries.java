package vigie.alert.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vigie.json.Json;
import vigie.model.BrandVersion;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.query.Evaluator;
import vigie.query.Exclusions;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;
import vigie.query.Searchable;
import vigie.store.QuerySet;

/** What a version of a brand matches, said exactly as the matcher says it of posts that arrive now. */
public final class BrandQueries {

    private final TreeMap<String, Query> byId = new TreeMap<>();
    private final Exclusions exclusions;
    private final String fingerprint;

    private BrandQueries(BrandVersion version) {
        for (var tracked : version.queries()) {
            var query = QueryParser.parse(tracked.query(), Scope.TRACKING).query();
            // one that cannot be read any more is left out by the matcher too
            if (query != null) {
                byId.put(tracked.id(), query);
            }
        }
        exclusions = Exclusions.of(version.excludedSites(), version.excludedAuthors());
        fingerprint = PostId.hash(Json.mapper()
                        .writeValueAsString(
                                List.of(version.queries(), version.excludedSites(), version.excludedAuthors())))
                .substring(0, 16);
    }

    public static BrandQueries of(BrandVersion version) {
        return new BrandQueries(version);
    }

    /** The queries that match, in the order of their ids; none when the post is excluded. */
    List<QueryMatch> matches(Post post) {
        var view = Searchable.of(post);
        var matches = new ArrayList<QueryMatch>();
        if (!exclusions.excludes(post, view)) {
            byId.forEach((id, query) -> {
                var match = Evaluator.evaluate(query, view);
                if (match.matched()) {
                    matches.add(new QueryMatch(id, match.spans()));
                }
            });
        }
        return matches;
    }

    /** For asking the index. */
    QuerySet set() {
        return new QuerySet(List.copyOf(byId.values()), exclusions);
    }

    /** Differs whenever the queries do. */
    String fingerprint() {
        return fingerprint;
    }
}
