package vigie.model;

/**
 * Where a clause of a query matched.
 *
 * @param field {@code text} or {@code title}, or the post's field a field clause looked at
 * @param start first UTF-16 offset in that field
 * @param end offset after the last
 * @param clause the clause as the query's printer writes it
 */
public record MatchedSpan(String field, int start, int end, String clause) {}
