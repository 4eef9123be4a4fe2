package vigie.alert.setup;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Wakes whoever waits for a condition that other threads bring about. */
final class Signal {

    void raise() {
        synchronized (this) {
            notifyAll();
        }
    }

    /** Whether the condition came true in time. Looks again now and then, since time alone can make it true. */
    boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        synchronized (this) {
            while (!condition.getAsBoolean()) {
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(Math.min(left, 100));
            }
        }
        return true;
    }
}
