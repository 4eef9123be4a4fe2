package vigie.benchmarks.overview;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The page's requests to the product, and the requests to Elasticsearch that they lead to, in turns. No two of them ask for the same
 * moment, so that no answer kept from the other side helps.
 */
final class Race implements AutoCloseable {

    /** As a browser: six connections to a host, of which the live stream keeps one. */
    private static final int CONNECTIONS = 5;

    private static final Duration STEP = Duration.ofMillis(1_700);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService browser = Executors.newFixedThreadPool(CONNECTIONS);
    private final URI product;
    private final URI elasticsearch;
    private final Instant newest;
    private long moments;

    /** @param newest the moment as of which the raw requests were recorded */
    Race(URI product, URI elasticsearch, Instant newest) {
        this.product = product;
        this.elasticsearch = elasticsearch;
        this.newest = newest;
    }

    /** What both sides took, by part of the page; microseconds. */
    record Times(Map<String, List<Long>> product, Map<String, List<Long>> raw) {
        Times() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        private static void add(Map<String, List<Long>> times, String name, long nanos) {
            times.computeIfAbsent(name, n -> new ArrayList<>()).add(nanos / 1_000);
        }
    }

    /** One part after the other, alone. */
    void alone(Page page, Map<String, List<Raw>> raws, int rounds, Times times) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (var name : raws.keySet()) {
                var first = round % 2 == 0;
                if (first) {
                    Times.add(times.product(), name, timed(() -> ask(part(page, name))));
                }
                var moved = later(raws.get(name));
                Times.add(times.raw(), name, timed(() -> search(moved)));
                if (!first) {
                    Times.add(times.product(), name, timed(() -> ask(part(page, name))));
                }
            }
        }
    }

    /** The whole page at once, as a browser asks: from the first request to the end of the last answer. */
    void whole(String name, Page page, Map<String, List<Raw>> raws, int rounds, Times times) throws Exception {
        for (int round = 0; round < rounds; round++) {
            var first = round % 2 == 0;
            if (first) {
                Times.add(times.product(), name, wholeProduct(page));
            }
            var parts = new ArrayList<Callable<Void>>();
            for (var part : page.parts(newest)) {
                var moved = later(raws.getOrDefault(part.name(), List.of()));
                parts.add(() -> search(moved));
            }
            Times.add(times.raw(), name, timed(() -> together(parts)));
            if (!first) {
                Times.add(times.product(), name, wholeProduct(page));
            }
        }
    }

    private long wholeProduct(Page page) throws Exception {
        var parts = page.parts(next()).stream()
                .map(part -> (Callable<Void>) () -> ask(part))
                .toList();
        return timed(() -> together(parts));
    }

    private Page.Part part(Page page, String name) {
        var at = next();
        var reach = page.reach(at);
        return reach.name().equals(name)
                ? reach
                : page.parts(at).stream()
                        .filter(p -> p.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private Instant next() {
        return newest.plus(STEP.multipliedBy(++moments));
    }

    private List<Raw> later(List<Raw> raws) {
        var by = STEP.multipliedBy(++moments).toMillis();
        return raws.stream().map(raw -> raw.later(by)).toList();
    }

    private static long timed(Callable<Void> work) throws Exception {
        var begun = System.nanoTime();
        work.call();
        return System.nanoTime() - begun;
    }

    private Void together(List<Callable<Void>> parts) throws InterruptedException, IOException {
        for (var part : browser.invokeAll(parts)) {
            try {
                part.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        return null;
    }

    private Void ask(Page.Part part) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(product.resolve(part.path()))
                .header("X-Api-Key", Machinery.KEY)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .build());
        return null;
    }

    private Void search(List<Raw> raws) throws IOException, InterruptedException {
        for (var raw : raws) {
            send(Recorder.request(elasticsearch, raw));
        }
        return null;
    }

    private void send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " was answered " + answer.statusCode());
        }
    }

    @Override
    public void close() {
        browser.shutdownNow();
    }
}
