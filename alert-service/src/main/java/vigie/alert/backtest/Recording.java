package vigie.alert.backtest;

import vigie.alert.plain.Counts;

/**
 * Recorded counts, one a 5-minute bucket, so summed that any stretch is one subtraction.
 *
 * <p>The metric is what the rule counts; {@code mentions} and {@code negative} are told apart for those that count both.
 */
public final class Recording implements Counts {

    private static final String NEGATIVE = "negative";

    private final long first;
    private final long[] mentions;
    private final long[] negative;

    /** @param first bucket of the first count */
    public Recording(long first, long[] mentions, long[] negative) {
        if (mentions.length != negative.length) {
            throw new IllegalArgumentException("both counts of every bucket are needed");
        }
        this.first = first;
        this.mentions = summed(mentions);
        this.negative = summed(negative);
    }

    private static long[] summed(long[] counts) {
        var sums = new long[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            sums[i + 1] = sums[i] + counts[i];
        }
        return sums;
    }

    long first() {
        return first;
    }

    /** The bucket after the last. */
    long end() {
        return first + mentions.length - 1;
    }

    @Override
    public long between(String metric, long from, long to) {
        var sums = metric.equals(NEGATIVE) ? negative : mentions;
        return sums[place(to)] - sums[place(from)];
    }

    private int place(long bucket) {
        return (int) Math.max(0, Math.min(mentions.length - 1L, bucket - first));
    }
}
