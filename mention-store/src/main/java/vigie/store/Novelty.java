package vigie.store;

/**
 * How much more often something is said now than before: the difference of log-odds with a prior (Monroe, Colaresi and Quinn, "Fightin'
 * Words", Political Analysis 16, 2008), at the lower end of its 95 % interval, so that what few say must differ more.
 *
 * <p>The prior is what both times together lead one to expect, worth a hundred mentions and at least half a mention with the term, so
 * that a word nobody used before is not infinitely new.
 *
 * @param now mentions of now
 * @param before mentions of before
 */
record Novelty(long now, long before) {

    private static final double PRIOR = 100;
    private static final double LEAST = 0.5;
    private static final double ERRORS = 1.96;

    /**
     * Above zero where it is surely said more often now.
     *
     * @param with mentions of now that hold the term
     * @param withBefore mentions of before that hold it
     */
    double score(long with, long withBefore) {
        double expected = Math.max(LEAST, PRIOR * (with + withBefore) / (now + before));
        double difference = logOdds(with + expected, now + PRIOR) - logOdds(withBefore + expected, before + PRIOR);
        return difference - ERRORS * Math.sqrt(1 / (with + expected) + 1 / (withBefore + expected));
    }

    private static double logOdds(double with, double all) {
        return Math.log(with / Math.max(all - with, LEAST));
    }
}
