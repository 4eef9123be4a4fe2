package vigie.alert.lookback;

import java.time.Instant;
import vigie.alert.backtest.Recording;
import vigie.model.AlertRule;

/** Who knows what a rule would have counted; the index does. */
@FunctionalInterface
public interface PastCounts {

    /** @param from the recording begins with the bucket that holds it; {@code to} ends with the one that holds the moment before */
    Recording recording(AlertRule rule, Instant from, Instant to);
}
