package vigie.benchmarks.latency;

import java.io.PrintStream;
import org.HdrHistogram.Histogram;

/** A histogram to be read in a terminal. */
final class Bars {

    private static final int STEP_MICROS = 25_000;
    private static final int WIDEST = 50;

    private Bars() {}

    static void print(String title, Histogram times, PrintStream out) {
        if (times.getTotalCount() == 0) {
            out.printf("%s: nothing measured%n", title);
            return;
        }
        out.printf(
                "%s, ms: median %.0f · p90 %.0f · p99 %.0f · longest %.0f (%d measured)%n",
                title,
                times.getValueAtPercentile(50) / 1_000.0,
                times.getValueAtPercentile(90) / 1_000.0,
                times.getValueAtPercentile(99) / 1_000.0,
                times.getMaxValue() / 1_000.0,
                times.getTotalCount());
        for (var bin : times.linearBucketValues(STEP_MICROS)) {
            var count = bin.getCountAddedInThisIterationStep();
            if (count > 0) {
                var upTo = bin.getValueIteratedTo() / 1_000;
                var bar = "█".repeat((int) Math.max(1, WIDEST * count / times.getTotalCount()));
                out.printf("%6d–%d ms %5d %s%n", Math.max(0, upTo - STEP_MICROS / 1_000 + 1), upTo, count, bar);
            }
        }
        out.println();
    }
}
