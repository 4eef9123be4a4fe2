package vigie.alert.backtest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in the window that ends here, beside what was to be expected.
 *
 * @param t end of the window
 * @param expected with {@code sd}, what was usual; absent where the rule compares with nothing
 * @param limit from this count on the rule tells; absent where that depends on more than one count
 */
public record Point(
        Instant t,
        long observed,
        @Nullable Double expected,
        @Nullable Double sd,
        @Nullable Long limit) {}
