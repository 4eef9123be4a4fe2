package vigie.benchmarks.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import vigie.model.Brand;

/** The steady load: batches leave by the clock, whether or not the ones before were answered. */
final class Everyday implements AutoCloseable {

    private static final int BATCH = 10;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final long startedAt = System.nanoTime();
    private int turn;

    /** @param rate posts a second */
    Everyday(Door door, Town town, List<Brand> brands, int rate) {
        var period = TimeUnit.SECONDS.toNanos(1) * BATCH / rate;
        clock.scheduleAtFixedRate(() -> send(door, town, brands), 0, period, TimeUnit.NANOSECONDS);
    }

    private void send(Door door, Town town, List<Brand> brands) {
        var now = Instant.now();
        var batch = IntStream.range(0, BATCH)
                .mapToObj(i -> town.everyday(brands.get(turn++ % brands.size()), now))
                .toList();
        door.push(batch)
                .whenComplete((status, e) -> (e == null && status == 202 ? accepted : refused).addAndGet(BATCH));
    }

    /** Posts a second that were accepted so far. */
    double rate() {
        return accepted.get() / (Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1_000.0);
    }

    long refused() {
        return refused.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
