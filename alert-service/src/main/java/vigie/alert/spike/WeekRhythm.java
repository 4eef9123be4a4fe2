package vigie.alert.spike;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A factor per hour of the week, shrunk towards the factor of that hour of the day, which is shrunk towards one: a brand's third day
 * already knows nights, its fifth week knows Sundays.
 */
final class WeekRhythm implements Rhythm {

    private static final int HOUR = 3_600;
    private static final int WEEK = 604_800;
    private static final int DAY_HOURS = 24;
    private static final int WEEK_HOURS = 168;

    /** Hours of "ordinary" each factor starts with. */
    private static final double PRIOR_HOURS = 3;

    private static final double SMALLEST = 0.05;

    /** Half-lives of 7 days (seen once a day) and 35 days (once a week), a bucket at a time. */
    private static final double DAY_KEEP = Math.pow(0.5, 1 / (7.0 * FiveMinutes.PER_HOUR));

    private static final double WEEK_KEEP = Math.pow(0.5, 7 / (35.0 * FiveMinutes.PER_HOUR));

    /** 24 hours of the day, then 168 hours of the week. */
    private final double[] seen = new double[DAY_HOURS + WEEK_HOURS];

    private final double[] weight = new double[DAY_HOURS + WEEK_HOURS];

    /** Interpolated between the centres of the hours. */
    @Override
    public double factor(long localSecond) {
        var hour = Math.floorMod(localSecond, (long) WEEK) / (double) HOUR - 0.5;
        var low = Math.floor(hour);
        var part = hour - low;
        var k = Math.floorMod((int) low, WEEK_HOURS);
        return Math.max(SMALLEST, (1 - part) * hourOfWeek(k) + part * hourOfWeek((k + 1) % WEEK_HOURS));
    }

    private double hourOfWeek(int k) {
        var day = (PRIOR_HOURS + seen[k % DAY_HOURS]) / (PRIOR_HOURS + weight[k % DAY_HOURS]);
        return (PRIOR_HOURS * day + seen[DAY_HOURS + k]) / (PRIOR_HOURS + weight[DAY_HOURS + k]);
    }

    @Override
    public void learn(long localSecond, double ratio) {
        var hour = (int) (Math.floorMod(localSecond, (long) WEEK) / HOUR);
        add(hour % DAY_HOURS, DAY_KEEP, ratio);
        add(DAY_HOURS + hour, WEEK_KEEP, ratio);
    }

    private void add(int k, double keep, double ratio) {
        seen[k] = seen[k] * keep + ratio / FiveMinutes.PER_HOUR;
        weight[k] = weight[k] * keep + 1.0 / FiveMinutes.PER_HOUR;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int k = 0; k < seen.length; k++) {
            out.writeDouble(seen[k]);
            out.writeDouble(weight[k]);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int k = 0; k < seen.length; k++) {
            seen[k] = in.readDouble();
            weight[k] = in.readDouble();
        }
    }
}
