package vigie.query;

import java.util.List;
import vigie.model.MatchedSpan;

/**
 * Whether a post matches a query, and which clauses made it so.
 *
 * @param spans where clauses matched, at most {@value #MAX_SPANS}; nothing for clauses under NOT
 */
public record Match(boolean matched, List<MatchedSpan> spans) {
    /** More places than this tell a reader nothing new. */
    public static final int MAX_SPANS = 20;

    static final Match NONE = new Match(false, List.of());

    public Match {
        spans = List.copyOf(spans);
    }
}
