package vigie.alert.spike;

import java.time.Instant;

/** Numbers the 5-minute buckets since 1970, so that time in the detector is a whole number. */
public final class FiveMinutes {

    /** Length of a bucket in seconds. */
    public static final int SECONDS = 300;

    /** Buckets of a day. */
    public static final int PER_DAY = 288;

    static final int PER_HOUR = 12;

    private FiveMinutes() {}

    /** The bucket an instant falls into. */
    public static long of(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), (long) SECONDS);
    }

    /** When a bucket begins. */
    public static Instant start(long bucket) {
        return Instant.ofEpochSecond(bucket * SECONDS);
    }

    /** When a bucket is over. */
    public static Instant end(long bucket) {
        return start(bucket + 1);
    }
}
