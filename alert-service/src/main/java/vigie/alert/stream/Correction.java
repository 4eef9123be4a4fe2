package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Closed buckets of a series whose counts changed since they were judged.
 *
 * @param earliest first bucket that changed, {@code latest} the last
 * @param firstAt wall clock (ms) of the first change, {@code lastAt} of the last
 */
record Correction(long earliest, long latest, long firstAt, long lastAt) {

    static final BinarySerde<Correction> SERDE = new BinarySerde<>(Correction::write, Correction::read);

    /** No more old mentions are on their way when none came for this long. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    /** A source that is always a little late must not put judging off for ever. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    static Correction with(@Nullable Correction before, long bucket, long now) {
        return before == null
                ? new Correction(bucket, bucket, now, now)
                : new Correction(
                        Math.min(before.earliest, bucket), Math.max(before.latest, bucket), before.firstAt, now);
    }

    boolean due(long now) {
        return now - lastAt >= QUIET.toMillis() || now - firstAt >= PATIENCE.toMillis();
    }

    private static void write(Correction c, DataOutput out) throws IOException {
        out.writeLong(c.earliest);
        out.writeLong(c.latest);
        out.writeLong(c.firstAt);
        out.writeLong(c.lastAt);
    }

    private static Correction read(DataInput in) throws IOException {
        return new Correction(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
