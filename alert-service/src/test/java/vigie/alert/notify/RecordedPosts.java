package vigie.alert.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import vigie.alert.outbound.GuardedHttp;
import vigie.alert.outbound.OutboundSettings;
import vigie.json.Json;

/** A receiver of posts that checks what its original would check before it takes them. */
public final class RecordedPosts implements AutoCloseable {

    /** The original's rules. */
    public interface Rules {
        /** The status it answers. */
        int answer(JsonNode body);
    }

    /** What came, with one header. */
    public record Post(String path, String authorization, JsonNode body) {}

    private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private final GuardedHttp http =
            new GuardedHttp(new OutboundSettings(Duration.ofSeconds(10), false, List.of("127.0.0.0/8")));

    public RecordedPosts(Rules rules) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var json = "application/json"
                    .equals(exchange.getRequestHeaders()
                            .getFirst("Content-Type")
                            .split(";")[0]);
            var body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
            posts.add(new Post(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            exchange.sendResponseHeaders(json ? rules.answer(body) : 415, -1);
            exchange.close();
        });
        server.start();
    }

    public Posting posting() {
        return new Posting(http);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public Post next() throws InterruptedException {
        var post = posts.poll(5, TimeUnit.SECONDS);
        if (post == null) {
            throw new AssertionError("nothing came");
        }
        return post;
    }

    @Override
    public void close() {
        http.close();
        server.stop(0);
    }
}
