package vigie.ingest.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.model.Brand;
import vigie.model.Post;
import vigie.query.Exclusions;
import vigie.query.Query;
import vigie.query.QueryParser;
import vigie.query.Scope;
import vigie.query.Searchable;
import vigie.query.Tokenizer;

/**
 * A brand, ready to be compared with posts.
 *
 * @param queries in the order of their ids
 * @param hashtags tracked ones as the tokenizer writes them, without {@code #}
 */
record TrackedBrand(Brand brand, List<Tracked> queries, Set<String> hashtags, Exclusions exclusions) {

    /** A query that could be read, and what a post must have to be compared with it. */
    record Tracked(String id, Query ast, Set<Anchor> anchors) {}

    private static final Logger log = LoggerFactory.getLogger(TrackedBrand.class);

    static TrackedBrand of(Brand brand) {
        var queries = new TreeMap<String, Tracked>();
        for (var tracked : brand.queries()) {
            var parsed = QueryParser.parse(tracked.query(), Scope.TRACKING);
            if (parsed.query() == null) {
                // the API refuses such queries; one written by another version must not silence the rest
                log.warn("query {} of brand {} cannot be read and is left out", tracked.id(), brand.id());
            } else {
                queries.put(tracked.id(), new Tracked(tracked.id(), parsed.query(), Anchor.of(parsed.query())));
            }
        }
        var hashtags = new HashSet<String>();
        brand.hashtags().forEach(tag -> addTag(tag, hashtags));
        var exclusions = Exclusions.of(brand.excludedSites(), brand.excludedAuthors());
        return new TrackedBrand(brand, List.copyOf(queries.values()), hashtags, exclusions);
    }

    private static void addTag(String tag, Set<String> into) {
        var tokens = Tokenizer.tokenize(tag.startsWith("#") ? tag : "#" + tag);
        if (!tokens.isEmpty() && tokens.get(0).accented().startsWith("#")) {
            into.add(tokens.get(0).accented().substring(1));
        }
    }

    /** Whether the brand does not want to hear of this post, whatever it says. */
    boolean excludes(Post post, Searchable view) {
        return exclusions.excludes(post, view);
    }
}
