package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Raised;
import vigie.alert.setup.TopicWriter;
import vigie.door.Role;
import vigie.model.Alert;
import vigie.model.Notification;
import vigie.topic.Topics;

@AlertServiceTest
class NotifyTest {

    private static final String SECRET = "a secret of sixteen or more";

    private final Api api;
    private final TopicWriter writer;
    private final Ledger ledger;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    NotifyTest(
            @LocalServerPort int port,
            @Autowired TopicWriter writer,
            @Autowired Ledger ledger,
            @Autowired ConcurrentMessageListenerContainer<String, byte[]> container) {
        api = Api.at(port);
        this.writer = writer;
        this.ledger = ledger;
        this.container = container;
    }

    @BeforeEach
    void receivers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var call = calls.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
            if (path.equals("/hangs")) {
                waitForTheEnd();
            }
            exchange.sendResponseHeaders(path.equals("/fails-once") && call == 1 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        // the service may have just started
        await().atMost(Duration.ofSeconds(30)).until(() -> brand("told") < 300 && brand("untold") < 300);
    }

    @AfterEach
    void clean() {
        end.countDown();
        server.stop(0);
        for (var id : List.of("works", "fails-once", "hangs", "others", "severe", "sleeper")) {
            api.delete("/api/receivers/" + id);
        }
        api.delete("/api/silences/quiet");
    }

    @Test
    void whoWantsToKnowIsToldOnce() {
        receiver("works", "\"brands\":[\"told\"]");
        receiver("others", "\"brands\":[\"untold\"]");
        receiver("severe", "\"minSeverity\":4");
        var alert = Raised.open("n-once", "told", Instant.now());
        writer.write(Topics.ALERTS, "told", alert, "test");
        writer.write(Topics.ALERTS, "told", alert, "test");
        outcome(alert, "works", "sent");
        settle();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(calls.get("/works").get())
                        .as("for two alerts")
                        .isEqualTo(2));
        assertThat(ledger.of("n-once"))
                .extracting(Notification::receiver)
                .as("and a row for those who were not meant")
                .containsExactlyInAnyOrder("works", Notification.EVERYBODY);
        var told = Api.json(api.get("/api/alerts/n-once/notifications"));
        assertThat(told.get("items").findValuesAsString("outcome")).contains("sent");
    }

    @Test
    void anUpdateForTheRecordOnlyTellsNobody() {
        receiver("works", "\"brands\":[]");
        writer.write(
                Topics.ALERTS,
                "told",
                Raised.alert(
                        "n-record",
                        "told",
                        Instant.now(),
                        Alert.Event.REOPEN,
                        false,
                        Alert.People.NOBODY,
                        1,
                        List.of()),
                "test");
        settle();
        assertThat(ledger.of("n-record")).isEmpty();
    }

    @Test
    void aSilencedAlertIsRecordedWithTheReason() {
        receiver("works", "\"brands\":[]");
        api.put(
                "/api/silences/quiet",
                "{\"brand\":\"told\",\"until\":\"" + Instant.now().plusSeconds(3600) + "\",\"reason\":\"launch\"}");
        var alert = Raised.open("n-silenced", "told", Instant.now());
        writer.write(Topics.ALERTS, "told", alert, "test");
        outcome(alert, "works", "silenced");
        assertThat(ledger.of("n-silenced").get(0).reason()).contains("quiet", "launch");
        assertThat(calls).isEmpty();
    }

    @Test
    void inQuietHoursPeopleAreToldLaterUnlessItIsGrave() {
        // one of its own: what waits for it must not come in another test
        receiver("sleeper", "\"brands\":[]");
        quietHours("");
        var small = Raised.open("n-night", "told", Instant.now());
        writer.write(Topics.ALERTS, "told", small, "test");
        outcome(small, "sleeper", "pending");
        assertThat(calls).doesNotContainKey("/sleeper");
        quietHours(",\"unlessSeverity\":3");
        var grave = Raised.open("n-grave", "told", Instant.now());
        writer.write(Topics.ALERTS, "told", grave, "test");
        outcome(grave, "sleeper", "sent");
        // nothing keeps the first one back any more: it comes in the same message
        outcome(small, "sleeper", "sent");
        assertThat(calls.get("/sleeper").get()).isEqualTo(1);
        api.put(
                "/api/rules/told.negative-spike",
                "{\"brand\":\"told\",\"name\":\"negative-spike\",\"metric\":\"negative\"}");
    }

    /** An hour before and after now. */
    private void quietHours(String more) {
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        var answer =
                api.put("/api/rules/told.negative-spike", """
                    {"brand": "told", "name": "negative-spike", "metric": "negative",
                     "quietHours": {"from": "%s", "until": "%s", "timeZone": "UTC"%s}}\
                    """.formatted(now.minusHours(1), now.plusHours(1), more));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void newsThatWaitedTooLongIsRecordedNotSent() {
        receiver("works", "\"brands\":[]");
        var alert = Raised.open("n-late", "told", Instant.now().minus(Duration.ofHours(7)));
        writer.write(Topics.ALERTS, "told", alert, "test");
        outcome(alert, "works", "late");
        assertThat(calls).isEmpty();
    }

    @Test
    void aReceiverThatFailsIsTriedAgainAndOneThatHangsDelaysNobody() {
        receiver("hangs", "\"brands\":[]");
        receiver("fails-once", "\"brands\":[]");
        receiver("works", "\"brands\":[]");
        var alert = Raised.open("n-retry", "told", Instant.now());
        writer.write(Topics.ALERTS, "told", alert, "test");
        outcome(alert, "works", "sent");
        outcome(alert, "fails-once", "sent");
        assertThat(calls.get("/fails-once").get()).isEqualTo(2);
        assertThat(ledger.of("n-retry"))
                .filteredOn(n -> n.receiver().equals("hangs"))
                .extracting(Notification::outcome)
                .containsExactly("pending");
    }

    @Test
    void whatWasPendingWhenAProcessDiedIsSentByTheNext() {
        receiver("works", "\"brands\":[]");
        container.stop();
        var alert = Raised.open("n-pending", "told", Instant.now());
        writer.write(
                Topics.NOTIFICATIONS,
                "left-behind",
                new Notification(
                        "left-behind",
                        alert.id(),
                        "told",
                        "works",
                        "webhook",
                        Alert.Event.OPEN,
                        "pending",
                        null,
                        0,
                        Instant.now(),
                        alert),
                "test");
        container.start();
        outcome(alert, "works", "sent");
    }

    @Test
    void aSecretIsNeverShownAndAChangeWithoutItKeepsIt() {
        receiver("works", "\"brands\":[]");
        var shown = api.get("/api/receivers/works").body();
        assertThat(shown).doesNotContain(SECRET).contains("\"secrets\":[\"secret\"]");
        var changed = api.put(
                "/api/receivers/works",
                "{\"name\":\"Other\",\"channel\":\"webhook\",\"settings\":{\"url\":\"" + url("works") + "\"}}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).doesNotContain(SECRET).contains("\"secrets\":[\"secret\"]");
        assertThat(api.as(Role.VIEWER).get("/api/receivers/works").statusCode()).isEqualTo(403);
        assertThat(Api.json(api.put("/api/receivers/bad", "{\"name\":\"B\",\"channel\":\"pigeon\"}"))
                        .get("field")
                        .asString())
                .isEqualTo("channel");
    }

    private int brand(String id) {
        return api.put("/api/brands/" + id, "{\"name\":\"" + id + "\"}").statusCode();
    }

    private void receiver(String id, String more) {
        var answer = api.put(
                "/api/receivers/" + id,
                "{\"name\":\"R\",\"channel\":\"webhook\",\"settings\":{\"url\":\"" + url(id) + "\",\"secret\":\""
                        + SECRET + "\"}," + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    private void outcome(Alert alert, String receiver, String outcome) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger.of(alert.id()))
                        .filteredOn(n -> n.receiver().equals(receiver))
                        .extracting(Notification::outcome)
                        .containsExactly(outcome));
    }

    /** A later alert of the same brand was dealt with, so everything before it was. */
    private void settle() {
        receiver("others", "\"brands\":[\"told\"]");
        var last = Raised.open("n-last-" + Instant.now().toEpochMilli(), "told", Instant.now());
        writer.write(Topics.ALERTS, "told", last, "test");
        outcome(last, "others", "sent");
    }

    private void waitForTheEnd() {
        try {
            end.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
