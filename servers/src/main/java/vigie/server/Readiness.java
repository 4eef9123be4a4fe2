package vigie.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits until a started process does its work, and says in one sentence why it never will. */
final class Readiness {

    private static final long PAUSE_MS = 100;

    private final ChildProcess process;
    private final Duration limit;
    private final Path data;

    Readiness(ChildProcess process, Duration limit, Path data) {
        this.process = process;
        this.limit = limit;
        this.data = data;
    }

    void await(BooleanSupplier ready) {
        var deadline = System.nanoTime() + limit.toNanos();
        CompletableFuture<Integer> exit = process.onExit();
        while (!ready.getAsBoolean()) {
            try {
                exit.get(PAUSE_MS, TimeUnit.MILLISECONDS);
                throw ended();
            } catch (TimeoutException e) {
                if (System.nanoTime() > deadline) {
                    throw new StartFailed("%s did not become ready within %d s; its log is %s."
                            .formatted(process.name(), limit.toSeconds(), process.log()));
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailed("Interrupted while " + process.name() + " was starting.", e);
            }
        }
    }

    StartFailed ended() {
        return new StartFailed("%s stopped while starting: %s Its log is %s."
                .formatted(process.name(), Cause.in(process.recentLog(), data), process.log()));
    }
}
