package vigie.benchmarks.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vigie.store.BulkResult;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;

/** Fills the index as the product does, through the same writer. */
final class Filling {

    private static final int BATCH = 2_000;
    private static final int WRITERS = 2;

    private Filling() {}

    static void fill(MentionStore store, Instant from, Instant to, int count) throws InterruptedException {
        var crowd = new Crowd(from, to, count);
        var writers = Executors.newFixedThreadPool(WRITERS);
        // so many batches are ahead of the writers at most
        var room = new Semaphore(2 * WRITERS);
        var written = new AtomicLong();
        var refused = new AtomicLong();
        while (crowd.hasMore()) {
            var batch = new ArrayList<StoreWrite>(BATCH);
            while (batch.size() < BATCH && crowd.hasMore()) {
                batch.add(StoreWrite.mention(crowd.next()));
            }
            room.acquire();
            writers.execute(() -> {
                try {
                    var fates = store.bulk(batch).items();
                    refused.addAndGet(fates.stream()
                            .filter(fate -> !(fate instanceof BulkResult.Ok))
                            .count());
                    var now = written.addAndGet(batch.size());
                    if (now % 100_000 == 0) {
                        System.out.printf("  %,d%n", now);
                    }
                } catch (RuntimeException e) {
                    refused.addAndGet(batch.size());
                } finally {
                    room.release();
                }
            });
        }
        writers.shutdown();
        if (!writers.awaitTermination(10, TimeUnit.MINUTES) || refused.get() > 0) {
            throw new IllegalStateException(refused.get() + " mentions were not written");
        }
        store.refresh();
    }
}
