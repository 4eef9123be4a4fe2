package vigie.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits until a started process does its work, and says in one sentence why it never will. */
public final class Readiness {

    private static final long PAUSE_MS = 100;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ChildProcess process;
    private final Duration limit;
    private final Path data;

    /**
     * @param limit after which it counts as hanging
     * @param data its data folder, named where that is the trouble
     */
    public Readiness(ChildProcess process, Duration limit, Path data) {
        this.process = process;
        this.limit = limit;
        this.data = data;
    }

    /** Returns when it is ready; throws {@link StartFailed} when it ended, hangs, or this thread was interrupted. */
    public void await(BooleanSupplier ready) {
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

    /** Whether a GET is answered with 200, the way health is told over HTTP. */
    public static boolean answers(URI uri) {
        if (!Ports.accepts(uri.getPort())) {
            return false;
        }
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    StartFailed ended() {
        return new StartFailed("%s stopped while starting: %s Its log is %s."
                .formatted(process.name(), Cause.in(process.recentLog(), data), process.log()));
    }
}
