package vigie.benchmarks.overview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the product and Elasticsearch, passes everything on and keeps what was searched. */
final class Recorder implements AutoCloseable {

    private final URI elasticsearch;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Raw> seen = new ArrayList<>();

    Recorder(URI elasticsearch) throws IOException {
        this.elasticsearch = elasticsearch;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was searched since this was last asked, in the order in which it was. */
    List<Raw> taken() {
        synchronized (seen) {
            var taken = List.copyOf(seen);
            seen.clear();
            return taken;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var raw = new Raw(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    header(exchange, "Content-Type"),
                    header(exchange, "Accept"),
                    new String(body, StandardCharsets.UTF_8));
            if (raw.path().contains("search") || raw.path().contains("_count")) {
                synchronized (seen) {
                    seen.add(raw);
                }
            }
            var answer = http.send(request(elasticsearch, raw), HttpResponse.BodyHandlers.ofByteArray());
            for (var name : List.of("Content-Type", "X-Elastic-Product", "Warning")) {
                Optional<String> value = answer.headers().firstValue(name);
                value.ifPresent(v -> exchange.getResponseHeaders().set(name, v));
            }
            var bytes = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        var value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "application/json" : value;
    }

    static HttpRequest request(URI elasticsearch, Raw raw) {
        return HttpRequest.newBuilder(elasticsearch.resolve(raw.path()))
                .header("Content-Type", raw.contentType())
                .header("Accept", raw.accept())
                .method(raw.method(), HttpRequest.BodyPublishers.ofString(raw.body()))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
