package vigie.alert.notify;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that send. A receiver that used up its time is served by threads of its own kind until it answers again, so that those that
 * hang, however many, keep waiting only each other.
 */
final class Lanes implements Turns, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);
    private static final int QUICK = 32;
    private static final int SLOW = 8;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(named("notify-timer"));
    private final ThreadPoolExecutor quick = pool(QUICK, "notify");
    private final ThreadPoolExecutor slow = pool(SLOW, "notify-slow");
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();

    private static ThreadPoolExecutor pool(int threads, String name) {
        var pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Runs it on a thread of the receiver's lane. */
    @Override
    public void in(Duration pause, String receiver, Runnable task) {
        try {
            timer.schedule(() -> lane(receiver).execute(task), Math.max(0, pause.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // shutting down: it stays pending and is taken up again
            log.debug("stopping");
        }
    }

    private ThreadPoolExecutor lane(String receiver) {
        return hanging.contains(receiver) ? slow : quick;
    }

    @Override
    public void tried(String receiver, Delivery delivery) {
        if (delivery instanceof Delivery.Retry retry && retry.trouble() == Delivery.Trouble.HANGING) {
            hanging.add(receiver);
        } else {
            hanging.remove(receiver);
        }
    }

    @Override
    public void close(Duration patience) {
        timer.shutdownNow();
        quick.shutdown();
        slow.shutdown();
        try {
            quick.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
