package vigie.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: five failed tries a minute and address. By address and not by user, so that nobody can lock
 * the administrator out.
 */
@Component
class FailedTries {

    private static final int ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Tries> byAddress = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    FailedTries(Clock clock) {
        this.clock = clock;
    }

    private record Tries(Instant since, int count) {}

    /** How long this address must wait before its next try; zero when it may. */
    synchronized Duration wait(String address) {
        var tries = byAddress.get(address);
        if (tries == null || tries.count() < ALLOWED) {
            return Duration.ZERO;
        }
        var left = Duration.between(clock.instant(), tries.since().plus(WINDOW));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void count(String address) {
        var now = clock.instant();
        var tries = byAddress.get(address);
        byAddress.put(
                address,
                tries == null || now.isAfter(tries.since().plus(WINDOW))
                        ? new Tries(now, 1)
                        : new Tries(tries.since(), tries.count() + 1));
    }

    synchronized void forget(String address) {
        byAddress.remove(address);
    }
}
