package vigie.local.offline;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Kendall's τ-b: how well two measures agree in their order, ties counted as neither. Knight's way, in n log n steps. */
final class Kendall {

    private Kendall() {}

    /** From −1 (opposite order) to 1 (same order); NaN where either measure is the same for all. */
    static double tau(double[] x, double[] y) {
        int n = x.length;
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var xs = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        var ys = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        double tiedX = ties(xs);
        double tiedBoth = tiesInBoth(xs, ys);
        double swaps = sort(ys, new double[n], 0, n);
        double tiedY = ties(ys);
        double pairs = n * (n - 1.0) / 2;
        return (pairs - tiedX - tiedY + tiedBoth - 2 * swaps) / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
    }

    private static double ties(double[] sorted) {
        return tiesInBoth(sorted, sorted);
    }

    private static double tiesInBoth(double[] xs, double[] ys) {
        double tied = 0;
        long run = 0;
        for (int i = 1; i < xs.length; i++) {
            run = xs[i] == xs[i - 1] && ys[i] == ys[i - 1] ? run + 1 : 0;
            tied += run;
        }
        return tied;
    }

    /** Sorts, and counts how many pairs stood in the wrong order. */
    private static long sort(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long swaps = sort(values, spare, from, middle) + sort(values, spare, middle, to);
        System.arraycopy(values, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right < to && (left == middle || spare[right] < spare[left])) {
                swaps += middle - left;
                values[i] = spare[right++];
            } else {
                values[i] = spare[left++];
            }
        }
        return swaps;
    }
}
