package vigie.alert.notify;

import java.time.Duration;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * When to try again. Whoever asks for patience gets it; who does not answer is asked again soon and then ever less often. Each pause is
 * up to a quarter longer or shorter by chance, so that many that failed together do not come back together.
 */
final class Pace {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double JITTER = 0.25;

    private Pace() {}

    /** @param attempts made so far, at least 1 */
    static Duration pause(Delivery.Retry retry, int attempts) {
        var first = first(retry.trouble()).toMillis();
        var backOff = new ExponentialBackOff(first, 2);
        backOff.setMaxInterval(LONGEST.toMillis());
        backOff.setJitter((long) (first * JITTER));
        var execution = backOff.start();
        long millis = execution.nextBackOff();
        for (int i = 1; i < Math.min(attempts, 20); i++) {
            millis = execution.nextBackOff();
        }
        var pause = Duration.ofMillis(millis);
        var asked = retry.after();
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    private static Duration first(Delivery.Trouble trouble) {
        return switch (trouble) {
            case AWAY -> Duration.ofSeconds(1);
            case BROKEN -> Duration.ofSeconds(2);
            case BUSY -> Duration.ofSeconds(5);
            case HANGING -> Duration.ofSeconds(10);
        };
    }
}
