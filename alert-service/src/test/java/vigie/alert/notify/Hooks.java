package vigie.alert.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import vigie.json.Json;

/** Receivers of webhooks, one for each path, that answer as they are told. */
final class Hooks implements AutoCloseable {

    private final Map<String, List<JsonNode>> received = new ConcurrentHashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> megabytes = new ConcurrentHashMap<>();
    private final HttpServer server;

    Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            var name = exchange.getRequestURI().getPath().substring(1);
            received.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>())
                    .add(Json.mapper().readTree(exchange.getRequestBody().readAllBytes()));
            var status = answers.getOrDefault(name, 200);
            var size = megabytes.getOrDefault(name, 0);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/inside");
            exchange.sendResponseHeaders(status, size == 0 ? -1 : size * 1_000_000L);
            try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < size; i++) {
                    body.write(new byte[1_000_000]);
                }
            }
            exchange.close();
        });
        server.start();
    }

    List<JsonNode> at(String name) {
        return received.getOrDefault(name, List.of());
    }

    void answer(String name, int status) {
        answers.put(name, status);
    }

    /** From now on so much is sent after each answer. */
    void talk(String name, int itsMegabytes) {
        megabytes.put(name, itsMegabytes);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    /** The body of a receiver that is told here under its own name. */
    String receiver(String name, String more) {
        return """
            {"name": "%s", "channel": "webhook", "settings": {"url": "http://127.0.0.1:%d/%s", "secret": "sixteen or more characters"}%s}\
            """.formatted(name, port(), name, more);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
