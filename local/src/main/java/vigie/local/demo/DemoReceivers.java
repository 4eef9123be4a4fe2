package vigie.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import vigie.local.receive.LocalReceiver;

/** Somebody to be told: a webhook and a person with a mailbox, both in the demo's own terminal. */
final class DemoReceivers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String secret = secret();
    private final LocalReceiver receiver;
    private final HttpClient http = HttpClient.newHttpClient();

    DemoReceivers(Clock clock, Consumer<String> say) throws IOException {
        receiver = new LocalReceiver(0, 0, secret, 204, clock, say);
    }

    private static String secret() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What lets the alert service reach them, and them alone. */
    Map<String, String> environment() {
        return Map.of(
                "VIGIE_NOTIFY_ALLOWED_RANGES", "127.0.0.1/32",
                "VIGIE_NOTIFY_MAIL_HOST", "127.0.0.1",
                "VIGIE_NOTIFY_MAIL_PORT", Integer.toString(receiver.mailPort()),
                "VIGIE_NOTIFY_MAIL_TLS", "none",
                "VIGIE_NOTIFY_MAIL_FROM", "vigie@demo.example");
    }

    /** Registers them as an administrator would. */
    void register(URI api, String key) throws IOException, InterruptedException {
        put(api, key, "demo-desk", """
            {"name": "The demo's desk", "channel": "webhook", "minSeverity": 1, "language": "en",
             "settings": {"url": "http://127.0.0.1:%d/desk", "secret": "%s"}}\
            """.formatted(receiver.httpPort(), secret));
        put(api, key, "demo-person", """
            {"name": "You", "channel": "email", "minSeverity": 1, "language": "en",
             "settings": {"address": "you@demo.example"}}\
            """);
    }

    private void put(URI api, String key, String id, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.resolve("/api/receivers/" + id))
                .timeout(PATIENCE)
                .header("X-Api-Key", key)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "the receiver " + id + " was refused (" + answer.statusCode() + "): " + answer.body());
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
