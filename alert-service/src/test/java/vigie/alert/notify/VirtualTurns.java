package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A time that passes when a test says so, with everything that is due in it. */
final class VirtualTurns extends Clock implements Turns {

    private record Task(Instant at, int order, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::order));
    private Instant now;
    private int order;

    VirtualTurns(Instant start) {
        now = start;
    }

    @Override
    public synchronized void in(Duration pause, String receiver, Runnable task) {
        tasks.add(new Task(now.plus(pause.isNegative() ? Duration.ZERO : pause), order++, task));
    }

    /** How much there was to do so far. */
    synchronized int tasks() {
        return order;
    }

    /** Lets so much time pass. */
    void pass(Duration time) {
        var end = instant().plus(time);
        for (var task = next(end); task != null; task = next(end)) {
            task.work().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Task next(Instant end) {
        var task = tasks.peek();
        if (task == null || task.at().isAfter(end)) {
            return null;
        }
        now = task.at().isAfter(now) ? task.at() : now;
        return tasks.poll();
    }

    @Override
    public void tried(String receiver, Delivery delivery) {
        // there is one thread
    }

    @Override
    public synchronized void close(Duration patience) {
        tasks.clear();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
