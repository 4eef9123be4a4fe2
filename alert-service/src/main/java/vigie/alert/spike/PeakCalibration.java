package vigie.alert.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Learns how high the surprise gets on an ordinary day of this brand, so that a level can be said to be reached "once in N days"
 * whatever is wrong with the model.
 *
 * <p>A Gumbel distribution (location a, scale b) by L-moments over the last 28 daily peaks and five prior ones; a level's return
 * period is e^((s − a)/b) days.
 */
final class PeakCalibration {

    private static final int DAYS = 28;
    private static final int PRIOR_DAYS = 5;
    private static final double PRIOR_LOCATION = 2.4;
    private static final double PRIOR_SCALE = 0.6;
    private static final double SMALLEST_SCALE = 0.3;
    private static final double EULER = 0.5772156649015329;
    private static final double[] PRIOR = prior();

    /** A day teaches at most this many scales above the location; infinite for the level model. */
    private final double cap;

    private final double[] peaks = new double[DAYS];
    private int known;
    private double top;
    private double location;
    private double scale;

    PeakCalibration(double cap) {
        this.cap = cap;
        fit();
    }

    private static double[] prior() {
        var days = new double[PRIOR_DAYS];
        for (int i = 0; i < PRIOR_DAYS; i++) {
            days[i] = PRIOR_LOCATION - PRIOR_SCALE * Math.log(-Math.log((i + 0.5) / PRIOR_DAYS));
        }
        return days;
    }

    /** Notes a surprise of today. */
    void see(double surprise) {
        top = Math.max(top, surprise);
    }

    double location() {
        return location;
    }

    double scale() {
        return scale;
    }

    void endOfDay() {
        var peak = Math.min(top, location + cap * scale);
        if (known == DAYS) {
            System.arraycopy(peaks, 1, peaks, 0, DAYS - 1);
            known--;
        }
        peaks[known++] = peak;
        top = 0;
        fit();
    }

    private void fit() {
        var sorted = new double[known + PRIOR_DAYS];
        System.arraycopy(peaks, 0, sorted, 0, known);
        System.arraycopy(PRIOR, 0, sorted, known, PRIOR_DAYS);
        Arrays.sort(sorted);
        var n = sorted.length;
        double sum = 0;
        double ranked = 0;
        for (int i = 0; i < n; i++) {
            sum += sorted[i];
            ranked += i * sorted[i];
        }
        var mean = sum / n;
        var beta1 = ranked / (n * (n - 1.0));
        scale = Math.max(SMALLEST_SCALE, (2 * beta1 - mean) / Math.log(2));
        location = mean - EULER * scale;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(known);
        for (int i = 0; i < known; i++) {
            out.writeDouble(peaks[i]);
        }
        out.writeDouble(top);
    }

    void read(DataInput in) throws IOException {
        known = in.readByte();
        for (int i = 0; i < known; i++) {
            peaks[i] = in.readDouble();
        }
        top = in.readDouble();
        fit();
    }
}
