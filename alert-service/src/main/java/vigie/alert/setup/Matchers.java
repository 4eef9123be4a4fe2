package vigie.alert.setup;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vigie.model.MatcherStatus;

/** Which matchers live, and how much of the brands each has applied. */
final class Matchers {

    private static final Duration LIVE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, MatcherStatus> last = new ConcurrentHashMap<>();

    Matchers(Clock clock) {
        this.clock = clock;
    }

    void heard(String instance, @Nullable MatcherStatus status) {
        if (status == null) {
            last.remove(instance);
        } else {
            last.put(instance, status);
        }
    }

    /** True also when none lives: one that starts later reads all brands before it matches anything. */
    boolean allApplied(int partition, long offset) {
        var since = clock.instant().minus(LIVE);
        return last.values().stream()
                .filter(s -> s.at().isAfter(since))
                .allMatch(s -> s.applied().getOrDefault(partition, -1L) >= offset);
    }
}
