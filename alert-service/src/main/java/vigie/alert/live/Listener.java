package vigie.alert.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A browser that listens: what it wants, and a bounded queue between the reader of the topics and its own, perhaps slow, thread. */
final class Listener {

    private final Predicate<String> brands;
    private final int limit;
    private final ArrayDeque<LiveEvent> queue = new ArrayDeque<>();
    private String position;
    private boolean overflowed;
    private boolean closed;

    Listener(Predicate<String> brands, int limit, String position) {
        this.brands = brands;
        this.limit = limit;
        this.position = position;
    }

    /**
     * What there is to send.
     *
     * @param reset events were lost: the browser must read afresh
     * @param position where the topics stand after these events
     */
    record Batch(List<LiveEvent> events, boolean reset, String position) {}

    boolean wants(String brand) {
        return brands.test(brand);
    }

    /** Takes an event; when the queue is full, all of it is given up, since part of a story is worse than none. */
    synchronized void offer(LiveEvent event) {
        if (queue.size() >= limit) {
            queue.clear();
            overflowed = true;
        }
        queue.add(event);
        position = event.id();
        notifyAll();
    }

    /** The topics moved on by something this browser does not want. */
    synchronized void pass(String id) {
        position = id;
    }

    /** Waits for something to send; empty after {@code limit}. */
    synchronized Batch take(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (queue.isEmpty() && !overflowed && !closed) {
            var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        var batch = new Batch(new ArrayList<>(queue), overflowed, position);
        queue.clear();
        overflowed = false;
        return batch;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
