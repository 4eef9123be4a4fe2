package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;

/**
 * What made us look.
 *
 * @param now the wall clock
 * @param version append time (ms) of the record behind it; the wall clock for a tick
 */
record Cause(Instant now, long version) {

    /** Evidence older than this is history: recorded, told to nobody. */
    private static final Duration NEWS = Duration.ofHours(1);

    static Cause tick(long now) {
        return new Cause(Instant.ofEpochMilli(now), now);
    }

    boolean isNews(Instant evidence) {
        return !evidence.isBefore(now.minus(NEWS));
    }
}
