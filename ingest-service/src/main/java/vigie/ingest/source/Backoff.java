package vigie.ingest.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after failures in a row: doubling, up to an hour, each time a little different so that sources don't march in step. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int ENOUGH_DOUBLINGS = 20;

    private Backoff() {}

    /** @param failures in a row, from 1 */
    static Duration after(int failures, RandomGenerator random) {
        long full = FIRST.toMillis() << Math.min(failures - 1, ENOUGH_DOUBLINGS);
        long bounded = Math.min(full, LONGEST.toMillis());
        return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
    }
}
