package vigie.local.stack;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that made it, and lets the JVM end only when that thread has tidied up: one
 * thread does all starting and stopping, so that nothing is started while the rest is being stopped.
 */
final class StopSignal implements AutoCloseable {

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stopAndWait, "stop");
    private volatile boolean requested;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stopAndWait() {
        requested = true;
        worker.interrupt();
        try {
            tidy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody wants it to stop. */
    boolean requested() {
        return requested;
    }

    @Override
    public void close() {
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is running
        }
    }
}
