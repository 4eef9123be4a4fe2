package vigie.store;

import java.util.List;
import vigie.query.Exclusions;
import vigie.query.Query;

/**
 * What a brand listens to at one moment: a post that any of the queries matches, unless it is excluded. No query matches nothing.
 *
 * @param queries tracking queries, as parsed
 */
public record QuerySet(List<Query> queries, Exclusions exclusions) {
    public QuerySet {
        queries = List.copyOf(queries);
    }
}
