package vigie.model;

import java.util.List;

/** A tracked query that matched, and what in the post made it match (bounded by the matcher). */
public record QueryMatch(String query, List<MatchedSpan> spans) {
    public QueryMatch {
        spans = List.copyOf(spans);
    }
}
