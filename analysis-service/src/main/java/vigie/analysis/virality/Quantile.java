package vigie.analysis.virality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A running quantile in constant memory: the P² algorithm of Jain and Chlamtac (Communications of the ACM 28, 1985), five markers whose
 * heights follow a parabola. Exact up to five values. Immutable, so that it can be stored as it is.
 *
 * @param p which quantile, 0 to 1
 * @param count values seen
 * @param heights marker heights (the values themselves, sorted, while there are fewer than five)
 * @param positions how many values lie at or below each marker
 */
public record Quantile(double p, long count, List<Double> heights, List<Double> positions) {

    private static final int MARKERS = 5;

    public Quantile {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1");
        }
        heights = List.copyOf(heights);
        positions = List.copyOf(positions);
    }

    public static Quantile of(double p) {
        return new Quantile(p, 0, List.of(), List.of());
    }

    /** With one more value; what is not a number is left out. */
    public Quantile plus(double x) {
        if (!Double.isFinite(x)) {
            return this;
        }
        return count < MARKERS ? first(x) : later(x);
    }

    /** The estimate; {@code otherwise} when nothing was seen. */
    public double value(double otherwise) {
        if (count == 0) {
            return otherwise;
        }
        if (count <= MARKERS) {
            var at = p * (count - 1);
            var below = (int) at;
            var above = Math.min(below + 1, heights.size() - 1);
            return heights.get(below) + (at - below) * (heights.get(above) - heights.get(below));
        }
        return heights.get(2);
    }

    private Quantile first(double x) {
        var sorted = new ArrayList<>(heights);
        sorted.add(x);
        Collections.sort(sorted);
        var places = sorted.size() == MARKERS ? List.of(1.0, 2.0, 3.0, 4.0, 5.0) : List.<Double>of();
        return new Quantile(p, count + 1, sorted, places);
    }

    private Quantile later(double x) {
        var q = heights.stream().mapToDouble(Double::doubleValue).toArray();
        var n = positions.stream().mapToDouble(Double::doubleValue).toArray();
        q[0] = Math.min(q[0], x);
        q[4] = Math.max(q[4], x);
        var cell = 0;
        while (cell < 3 && x >= q[cell + 1]) {
            cell++;
        }
        for (int i = cell + 1; i < MARKERS; i++) {
            n[i]++;
        }
        for (int i = 1; i <= 3; i++) {
            adjust(q, n, i);
        }
        return new Quantile(p, count + 1, boxed(q), boxed(n));
    }

    private void adjust(double[] q, double[] n, int i) {
        var gap = wanted(i) - n[i];
        if (!(gap >= 1 && n[i + 1] - n[i] > 1) && !(gap <= -1 && n[i - 1] - n[i] < -1)) {
            return;
        }
        var d = Math.signum(gap);
        var parabolic = q[i]
                + d
                        / (n[i + 1] - n[i - 1])
                        * ((n[i] - n[i - 1] + d) * (q[i + 1] - q[i]) / (n[i + 1] - n[i])
                                + (n[i + 1] - n[i] - d) * (q[i] - q[i - 1]) / (n[i] - n[i - 1]));
        if (q[i - 1] < parabolic && parabolic < q[i + 1]) {
            q[i] = parabolic;
        } else {
            var next = i + (int) d;
            q[i] += d * (q[next] - q[i]) / (n[next] - n[i]);
        }
        n[i] += d;
    }

    /** Where marker {@code i} should stand after the value being added. */
    private double wanted(int i) {
        var share =
                switch (i) {
                    case 1 -> p / 2;
                    case 2 -> p;
                    default -> (1 + p) / 2;
                };
        return 1 + count * share;
    }

    private static List<Double> boxed(double[] values) {
        var list = new ArrayList<Double>(values.length);
        for (var v : values) {
            list.add(v);
        }
        return list;
    }
}
