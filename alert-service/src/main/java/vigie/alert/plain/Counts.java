package vigie.alert.plain;

/** What was counted, for a rule to look back on. */
@FunctionalInterface
public interface Counts {

    /**
     * Mentions of a metric in the rule's slice.
     *
     * @param metric {@code mentions}, {@code negative} …
     * @param from first bucket, {@code to} the one after the last
     */
    long between(String metric, long from, long to);
}
