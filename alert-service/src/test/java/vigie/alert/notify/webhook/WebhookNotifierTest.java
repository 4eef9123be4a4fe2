package vigie.alert.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigie.alert.notify.Delivery;
import vigie.alert.notify.Message;
import vigie.alert.notify.Messages;
import vigie.alert.notify.Posting;
import vigie.alert.outbound.GuardedHttp;
import vigie.alert.outbound.OutboundSettings;
import vigie.door.InvalidField;
import vigie.json.Json;

class WebhookNotifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String SECRET = "a secret of sixteen or more";
    private static final Message MESSAGE = Messages.french(NOW);

    record Request(String signature, byte[] body) {}

    private final BlockingQueue<Request> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private WebhookNotifier notifier;
    private final List<GuardedHttp> clients = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(r -> {
            var thread = new Thread(r);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        notifier = notifier(true, Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        clients.forEach(GuardedHttp::close);
        server.stop(0);
    }

    @Test
    void aReceiverCanProveThatTheRequestIsOursAndWhole() throws Exception {
        answer("/hook", exchange -> respond(exchange, 204));
        assertThat(send("/hook")).isInstanceOf(Delivery.Sent.class);
        var request = received.poll(5, TimeUnit.SECONDS);
        assertThat(request.signature()).isEqualTo(Signature.of(SECRET, NOW, request.body()));
        assertThat(Signature.of(SECRET, NOW, "altered".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(request.signature());
        var body = Json.mapper().readTree(request.body());
        assertThat(body.get("delivery").asString()).isEqualTo("d-1");
        assertThat(body.get("summary").asString()).isEqualTo("46 mentions négatives en 1 h");
        assertThat(body.get("alert").get("observed").asLong()).isEqualTo(46);
        assertThat(body.get("link").asString()).contains("alert=alert-1");
        assertThat(body.get("headline").asString()).isEqualTo("Ponant Rail: sérieux");
        assertThat(body.at("/exemplars/0/text").asString()).contains("<script>");
        assertThat(body.get("acknowledge").asString()).contains("/acknowledge/");
    }

    @Test
    void theSignatureIsTheDocumentedOne() {
        assertThat(Signature.of("secret", Instant.ofEpochSecond(1_700_000_000), "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", url("/secret"));
            respond(exchange, 307);
        });
        answer("/secret", exchange -> respond(exchange, 200));
        assertThat(send("/away")).isInstanceOf(Delivery.Rejected.class);
        assertThat(received).hasSize(1);
    }

    @Test
    void onesOwnNetworkIsOutOfReachUnlessAllowed() {
        answer("/hook", exchange -> respond(exchange, 200));
        var guarded = notifier(false, Duration.ofSeconds(20));
        for (var host : new String[] {"127.0.0.1", "localhost", "[::1]", "2130706433", "0.0.0.0"}) {
            var address = "http://" + host + ":" + server.getAddress().getPort() + "/hook";
            assertThat(guarded.send(MESSAGE, Map.of("url", address, "secret", SECRET)))
                    .as(host)
                    .isInstanceOf(Delivery.Rejected.class);
        }
        assertThat(received).isEmpty();
    }

    @Test
    void aReceiverThatNeverAnswersIsGivenUpForNow() {
        var end = new CountDownLatch(1);
        answer("/hang", exchange -> await(end));
        var impatient = notifier(true, Duration.ofMillis(300));
        assertThat(impatient.send(MESSAGE, Map.of("url", url("/hang"), "secret", SECRET)))
                .isInstanceOf(Delivery.Retry.class);
        end.countDown();
    }

    @Test
    void aReceiverThatAnswersByteByByteDoesNotHoldUsForever() throws IOException {
        try (var dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> drip(dripping));
            thread.setDaemon(true);
            thread.start();
            var impatient = notifier(true, Duration.ofMillis(500));
            var address = "http://127.0.0.1:" + dripping.getLocalPort() + "/";
            assertThat(impatient.send(MESSAGE, Map.of("url", address, "secret", SECRET)))
                    .isInstanceOf(Delivery.Retry.class);
        }
    }

    @Test
    void anAnswerOfManyMegabytesIsNotRead() {
        var stopped = new CountDownLatch(1);
        answer("/huge", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                // without end: only being cut off lets this return
                while (true) {
                    out.write(new byte[64 * 1024]);
                }
            } catch (IOException e) {
                stopped.countDown();
            }
        });
        assertThat(send("/huge")).isInstanceOf(Delivery.Sent.class);
        await(stopped);
    }

    @Test
    void whatMayHelpLaterIsTriedAgainAndWhatWillNotIsNot() {
        answer("/500", exchange -> respond(exchange, 500));
        answer("/429", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            respond(exchange, 429);
        });
        answer("/404", exchange -> respond(exchange, 404));
        assertThat(send("/500")).isInstanceOf(Delivery.Retry.class);
        assertThat(send("/429"))
                .isEqualTo(new Delivery.Retry(Delivery.Trouble.BUSY, "answered 429", Duration.ofSeconds(7)));
        assertThat(send("/404")).isEqualTo(new Delivery.Rejected("answered 404"));
    }

    @Test
    void settingsThatCannotWorkAreRefusedByName() {
        assertThatThrownBy(() -> notifier.check(Map.of("secret", SECRET))).isInstanceOf(InvalidField.class);
        for (var url :
                new String[] {"file:///etc/passwd", "ftp://a", "https://", "https://u:p@host/", "not an address"}) {
            assertThatThrownBy(() -> notifier.check(Map.of("url", url, "secret", SECRET)))
                    .as(url)
                    .isInstanceOf(InvalidField.class)
                    .extracting(e -> ((InvalidField) e).field())
                    .isEqualTo("settings.url");
        }
        assertThatThrownBy(() -> notifier.check(Map.of("url", "https://example.org", "secret", "short")))
                .extracting(e -> ((InvalidField) e).field())
                .isEqualTo("settings.secret");
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            received.add(new Request(
                    exchange.getRequestHeaders().getFirst(Signature.HEADER),
                    exchange.getRequestBody().readAllBytes()));
            answer.to(exchange);
        });
    }

    private Delivery send(String path) {
        return notifier.send(MESSAGE, Map.of("url", url(path), "secret", SECRET));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void respond(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void drip(ServerSocket server) {
        try (var socket = server.accept()) {
            var out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException | InterruptedException e) {
            // cut off, as it should be
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebhookNotifier notifier(boolean allowPrivate, Duration timeout) {
        var http = new GuardedHttp(new OutboundSettings(timeout, allowPrivate, List.of()));
        clients.add(http);
        return new WebhookNotifier(new Posting(http), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
