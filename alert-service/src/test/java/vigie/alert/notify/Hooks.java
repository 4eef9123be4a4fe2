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
    private final HttpServer server;

    Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            var name = exchange.getRequestURI().getPath().substring(1);
            received.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>())
                    .add(Json.mapper().readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answers.getOrDefault(name, 200), -1);
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

    /** The body of a receiver that is told here under its own name. */
    String receiver(String name, String more) {
        return """
            {"name": "%s", "channel": "webhook", "settings": {"url": "http://127.0.0.1:%d/%s", "secret": "sixteen or more characters"}%s}\
            """.formatted(name, server.getAddress().getPort(), name, more);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
