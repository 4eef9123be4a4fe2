package vigie.alert.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a brand's counts usually are: its level, times its {@link Rhythm}, and how far from that the windows usually stray.
 *
 * <p>It learns from clipped counts, so that a crisis does not become the new normal.
 */
final class Expectation {

    /** Half a day before anything is judged. */
    static final int WARM_BUCKETS = 144;

    private static final double LEVEL_GAIN = 1 - Math.pow(0.5, 1 / (168.0 * FiveMinutes.PER_HOUR));
    private static final double DISPERSION_GAIN = 1 - Math.pow(0.5, 1 / (336.0 * FiveMinutes.PER_HOUR));
    private static final double SMALLEST_LEVEL = 0.05;
    private static final double FIRST_DISPERSION = 0.25;
    private static final double SMALLEST_DISPERSION = 0.02;
    private static final double SMALLEST_MEAN = 1e-9;

    /** How many standard deviations above the mean a bucket or window may teach. */
    private static final double CLIP = 4;

    private static final int WEEK_OF_BUCKETS = 2_016;

    private final Rhythm rhythm;
    private final PeakCalibration[] calibration = new PeakCalibration[Window.COUNT];
    private final double[] dispersion = new double[Window.COUNT];

    /** Expectations as they were at the time, newest overwriting oldest. */
    private final double[] past = new double[Window.LONGEST];

    private final double[] sums = new double[Window.COUNT];
    private double levelSum;
    private double levelWeight;
    private long buckets;

    private double level = 1;
    private double factor = 1;
    private double mean = 1;

    private Expectation(Rhythm rhythm, double peakCap) {
        this.rhythm = rhythm;
        for (int w = 0; w < Window.COUNT; w++) {
            calibration[w] = new PeakCalibration(peakCap);
            dispersion[w] = FIRST_DISPERSION;
        }
    }

    static Expectation ofLevel() {
        return new Expectation(new FlatRhythm(), Double.POSITIVE_INFINITY);
    }

    /** Its daily peaks are capped (ln 28 + 0.58, the largest of some 28 days), or one crisis would deafen it for four weeks. */
    static Expectation ofLevelAndHour() {
        return new Expectation(new WeekRhythm(), 4);
    }

    NegativeBinomial in(Window window) {
        var w = window.ordinal();
        return new NegativeBinomial(Math.max(sums[w], SMALLEST_MEAN), Math.max(dispersion[w], SMALLEST_DISPERSION));
    }

    PeakCalibration calibration(Window window) {
        return calibration[window.ordinal()];
    }

    /** Lets the expectation of this bucket enter the windows; call before {@link #surprise} and {@link #learn}. */
    void expect(long localSecond, long count) {
        factor = rhythm.factor(localSecond);
        level = Math.max(levelWeight > 0 ? levelSum / levelWeight : count, SMALLEST_LEVEL);
        mean = level * factor;
        for (var window : Window.values()) {
            enter(window.ordinal(), window.buckets());
        }
    }

    private void enter(int w, int size) {
        if (buckets >= size && buckets % WEEK_OF_BUCKETS == 0) {
            // once a week the sum is taken afresh, to shed rounding
            double sum = 0;
            for (int back = 1; back < size; back++) {
                sum += past[slot(back)];
            }
            sums[w] = mean + sum;
        } else {
            sums[w] += mean - (buckets >= size ? past[slot(size)] : 0);
        }
    }

    private int slot(int back) {
        return (int) ((buckets - back) % past.length);
    }

    /** Before any gate, since the calibration must see everything; zero while cold. */
    double surprise(Window window, long count) {
        var usual = in(window);
        if (buckets < Math.max(window.buckets(), WARM_BUCKETS) || count <= usual.mean()) {
            return 0;
        }
        return usual.surprise(count);
    }

    void learn(long localSecond, long count, long[] windowCounts) {
        var clipped = clip(count, new NegativeBinomial(mean, in(Window.BUCKET).dispersion()));
        var gain = Math.max(DISPERSION_GAIN, 1 / (buckets + 1 + 144.0));
        for (var window : Window.values()) {
            if (buckets >= window.buckets()) {
                learnDispersion(window, windowCounts[window.ordinal()], gain);
            }
        }
        levelWeight = levelWeight * (1 - LEVEL_GAIN) + LEVEL_GAIN;
        levelSum = levelSum * (1 - LEVEL_GAIN) + LEVEL_GAIN * clipped / factor;
        rhythm.learn(localSecond, clipped / level);
        past[(int) (buckets % past.length)] = mean;
        buckets++;
    }

    /** A bucket that nobody could hear: its expectation stays in the windows, nothing else changes. */
    void pass(boolean dayEnds) {
        past[(int) (buckets % past.length)] = mean;
        buckets++;
        if (dayEnds) {
            endOfDay();
        }
    }

    private void learnDispersion(Window window, long count, double gain) {
        var usual = in(window);
        var m = usual.mean();
        var off = clip(count, usual) - m;
        var w = window.ordinal();
        dispersion[w] += gain * ((off * off - m) / (m * m) - dispersion[w]);
    }

    private static double clip(long count, NegativeBinomial usual) {
        return Math.min(count, usual.mean() + CLIP * usual.sd());
    }

    void endOfDay() {
        for (var peaks : calibration) {
            peaks.endOfDay();
        }
    }

    void write(DataOutput out) throws IOException {
        rhythm.write(out);
        for (int w = 0; w < Window.COUNT; w++) {
            calibration[w].write(out);
            out.writeDouble(dispersion[w]);
            out.writeDouble(sums[w]);
        }
        for (var m : past) {
            out.writeDouble(m);
        }
        out.writeDouble(levelSum);
        out.writeDouble(levelWeight);
        out.writeLong(buckets);
    }

    void read(DataInput in) throws IOException {
        rhythm.read(in);
        for (int w = 0; w < Window.COUNT; w++) {
            calibration[w].read(in);
            dispersion[w] = in.readDouble();
            sums[w] = in.readDouble();
        }
        for (int i = 0; i < past.length; i++) {
            past[i] = in.readDouble();
        }
        levelSum = in.readDouble();
        levelWeight = in.readDouble();
        buckets = in.readLong();
    }
}
