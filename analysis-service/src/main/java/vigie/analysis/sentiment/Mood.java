package vigie.analysis.sentiment;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import vigie.model.SentimentShares;

/**
 * All answers about one brand in a kilobyte, whatever their number: how many fell on each point of a grid over the three chances. That
 * is enough to learn a {@link BrandPrior} from, can be added up over partitions, and an answer can be taken out again, so that the sum
 * depends neither on the order in which mentions come nor on how often they are edited.
 *
 * <p>An answer weighs half as much for each half-life of event time that lies between it and the newest one.
 */
public final class Mood {
    /** Steps of a chance; a tenth would bias the shares by up to two points, this by less than half a point. */
    private static final int STEPS = 20;

    private static final int POINTS = (STEPS + 1) * (STEPS + 2) / 2;
    /** What is left of an answer after so many half-lives is not worth keeping, and what is older than that not worth adding. */
    private static final double FORGOTTEN = 40;

    private static final Mood NONE = new Mood(Long.MIN_VALUE, new float[POINTS]);

    private final long newest;
    private final float[] weights;

    private Mood(long newest, float[] weights) {
        this.newest = newest;
        this.weights = weights;
    }

    /** Nothing was said yet. */
    public static Mood none() {
        return NONE;
    }

    /** @param amount 1 for one more answer, −1 takes one out that was added before */
    public Mood with(SentimentShares answer, Instant at, int amount, Duration halfLife) {
        long time = at.toEpochMilli();
        long now = amount > 0 ? Math.max(newest, time) : newest;
        if (now == Long.MIN_VALUE) {
            return this;
        }
        float[] next = decayed(now, halfLife);
        int point = point(answer);
        double weight = amount * weight(now - time, halfLife);
        // rounding must not leave less than nothing
        next[point] = (float) Math.max(0, next[point] + weight);
        return new Mood(now, next);
    }

    /** Both together. */
    public Mood plus(Mood other, Duration halfLife) {
        long now = Math.max(newest, other.newest);
        float[] sum = decayed(now, halfLife);
        float[] more = other.decayed(now, halfLife);
        for (int i = 0; i < POINTS; i++) {
            sum[i] += more[i];
        }
        return new Mood(now, sum);
    }

    /** How many answers of now all of them are worth. */
    public double total() {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private float[] decayed(long now, Duration halfLife) {
        float[] next = weights.clone();
        if (newest != now && newest != Long.MIN_VALUE) {
            float factor = (float) weight(now - newest, halfLife);
            for (int i = 0; i < POINTS; i++) {
                next[i] *= factor;
            }
        }
        return next;
    }

    private static double weight(long age, Duration halfLife) {
        double lives = (double) age / halfLife.toMillis();
        return lives > FORGOTTEN ? 0 : Math.pow(2, -lives);
    }

    /** The nearest point of the grid. */
    private static int point(SentimentShares answer) {
        int negative = (int) Math.round(answer.negative() * STEPS);
        int positive = (int) Math.round(answer.positive() * STEPS);
        if (negative + positive > STEPS) {
            // both were rounded up
            positive = STEPS - negative;
        }
        return row(negative) + positive;
    }

    /** Where the points with so many steps of negative begin: each row is one shorter than the one before. */
    private static int row(int negative) {
        return negative * (STEPS + 1) - negative * (negative - 1) / 2;
    }

    /** What the grid holds, point by point. */
    interface Visitor {
        void point(double negative, double neutral, double positive, double weight);
    }

    void forEach(Visitor visitor) {
        for (int negative = 0; negative <= STEPS; negative++) {
            for (int positive = 0; positive <= STEPS - negative; positive++) {
                float weight = weights[row(negative) + positive];
                if (weight > 0) {
                    visitor.point(
                            (double) negative / STEPS,
                            (double) (STEPS - negative - positive) / STEPS,
                            (double) positive / STEPS,
                            weight);
                }
            }
        }
    }

    /** As {@link #of(byte[])} reads it: only points that hold anything. */
    public byte[] bytes() {
        int filled = 0;
        for (float weight : weights) {
            filled += weight > 0 ? 1 : 0;
        }
        var out = ByteBuffer.allocate(Long.BYTES + filled * (Short.BYTES + Float.BYTES));
        out.putLong(newest);
        for (int i = 0; i < POINTS; i++) {
            if (weights[i] > 0) {
                out.putShort((short) i).putFloat(weights[i]);
            }
        }
        return out.array();
    }

    /** @throws IllegalArgumentException for other bytes */
    public static Mood of(byte[] bytes) {
        if (bytes.length < Long.BYTES || (bytes.length - Long.BYTES) % (Short.BYTES + Float.BYTES) != 0) {
            throw new IllegalArgumentException("not the answers about a brand");
        }
        var in = ByteBuffer.wrap(bytes);
        long newest = in.getLong();
        var weights = new float[POINTS];
        while (in.hasRemaining()) {
            int point = in.getShort();
            if (point < 0 || point >= POINTS) {
                throw new IllegalArgumentException("not the answers about a brand");
            }
            weights[point] = in.getFloat();
        }
        return new Mood(newest, weights);
    }
}
