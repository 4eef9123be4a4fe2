package vigie.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes with everything they started: asks first, then insists. */
final class Ending {

    private static final Duration FORCE = Duration.ofSeconds(10);

    private Ending() {}

    /** Returns once none of them runs, however the caller is interrupted meanwhile. */
    static void end(Collection<ProcessHandle> roots, Duration patience) {
        var all = withDescendants(roots);
        roots.forEach(ProcessHandle::destroy);
        if (!gone(all, patience)) {
            // those started since the question was asked, too
            all = withDescendants(all);
            all.forEach(ProcessHandle::destroyForcibly);
            gone(all, FORCE);
        }
    }

    private static List<ProcessHandle> withDescendants(Collection<ProcessHandle> roots) {
        var all = new LinkedHashSet<ProcessHandle>();
        for (var root : roots) {
            all.add(root);
            root.descendants().forEach(all::add);
        }
        return new ArrayList<>(all);
    }

    private static boolean gone(List<ProcessHandle> processes, Duration limit) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        var deadline = System.nanoTime() + limit.toNanos();
        var interrupted = false;
        try {
            while (true) {
                try {
                    CompletableFuture.allOf(ends).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                    return true;
                } catch (TimeoutException | ExecutionException e) {
                    return processes.stream().noneMatch(ProcessHandle::isAlive);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
