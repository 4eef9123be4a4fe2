package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Raised;
import vigie.alert.Said;
import vigie.alert.TopicReader;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.model.Alert;
import vigie.model.SentimentLabel;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;
import vigie.topic.Topics;

@AlertServiceTest
class AlertsTest {

    private static final Instant T = Instant.parse("2026-02-10T10:00:00Z");

    private final Api api;
    private final MentionStore store;
    private final TopicWriter writer;
    private final Setup setup;
    private final EmbeddedKafkaBroker broker;

    AlertsTest(
            @LocalServerPort int port,
            @Autowired MentionStore store,
            @Autowired TopicWriter writer,
            @Autowired Setup setup,
            @Autowired EmbeddedKafkaBroker broker) {
        api = Api.at(port);
        this.store = store;
        this.writer = writer;
        this.setup = setup;
        this.broker = broker;
    }

    @BeforeEach
    void aBrand() {
        api.put("/api/brands/alerted", "{\"name\":\"Alerted\"}");
    }

    @Test
    void anAlertReadsAsPromisedInTheReadersLanguage() {
        indexed(Raised.open("a-shape", "alerted", T));
        var item = item(api.get("/api/alerts?brand=alerted&size=1000").body(), "a-shape");
        assertThat(item.get("rule").asString()).isEqualTo("negative-spike");
        assertThat(item.get("metric").asString()).isEqualTo("negative");
        assertThat(item.get("state").asString()).isEqualTo("open");
        assertThat(item.get("machine").asString()).isEqualTo("open");
        assertThat(item.get("observed").asLong()).isEqualTo(46);
        assertThat(item.get("returnPeriodDays").asDouble()).isEqualTo(80);
        assertThat(item.get("openedAt").asString()).isEqualTo("2026-02-10T10:00:00Z");
        assertThat(item.get("summary").asString()).isEqualTo("46 negative mentions in 1 h");
        var french = api.get("/api/alerts/a-shape", "Accept-Language", "fr-FR,fr;q=0.9");
        assertThat(Api.json(french).get("summary").asString()).isEqualTo("46 mentions négatives en 1 h");
        assertThat(Api.json(api.get("/api/alerts/a-shape?lang=fr"))
                        .get("summary")
                        .asString())
                .startsWith("46 mentions n");
    }

    @Test
    void anAlertIsExplainedByTheMentionsThatStillExist() {
        var mention = Said.of(setup.brand("alerted").orElseThrow(), "e1", T, "abc broke", SentimentLabel.NEGATIVE);
        store.bulk(List.of(StoreWrite.mention(mention)));
        store.refresh();
        indexed(Raised.alert(
                "a-evidence",
                "alerted",
                T,
                Alert.Event.OPEN,
                true,
                Alert.People.NOBODY,
                1,
                List.of(
                        new Alert.EvidenceMention(mention.mentionId(), T),
                        new Alert.EvidenceMention("erased-since", T))));
        var detail = Api.json(api.get("/api/alerts/a-evidence"));
        assertThat(detail.get("explanation").get("silentBelow").asLong()).isEqualTo(12);
        assertThat(detail.get("evidence").get(0).get("text").asString()).isEqualTo("abc broke");
        assertThat(detail.get("evidence").get(1).has("text")).isFalse();
        assertThat(detail.get("evidence").get(1).get("mentionId").asString()).isEqualTo("erased-since");
    }

    @Test
    void whoCarriesAnAlertIsNamedWhileItIsStored() {
        var brand = setup.brand("alerted").orElseThrow();
        var mention = Said.of(brand, "carry", T, "the abc broke " + "again ".repeat(100), SentimentLabel.NEGATIVE);
        store.bulk(List.of(StoreWrite.mention(mention)));
        store.refresh();
        indexed(Raised.carried(
                "a-carried",
                "alerted",
                T,
                "level",
                List.of(
                        new Alert.Contributor("author", "x:u-carry", 6, 0, 0.2),
                        new Alert.Contributor("author", "x:gone", 5, 0, 0.1),
                        new Alert.Contributor("story", "story-carry", 40, 1, 0.9),
                        new Alert.Contributor("platform", "x", 46, 4, 1))));
        var carriers = Api.json(api.get("/api/alerts/a-carried")).get("carriers");
        assertThat(carriers.get(0).get("name").asString()).isEqualTo("@usercarry");
        assertThat(carriers.get(0).get("platform").asString()).isEqualTo("x");
        assertThat(carriers.get(0).get("share").asDouble()).isEqualTo(0.2);
        assertThat(carriers.get(1).has("name")).as("erased since").isFalse();
        assertThat(carriers.get(2).get("text").asString())
                .startsWith("the abc broke")
                .hasSizeLessThan(300);
        assertThat(carriers.get(3).get("key").asString()).isEqualTo("x");
        assertThat(carriers.get(3).has("text")).isFalse();
    }

    @Test
    void anAlertIsDrawnBesideWhatWasExpectedAlsoWhenItsRuleIsGone() {
        var brand = setup.brand("alerted").orElseThrow();
        var writes = new ArrayList<StoreWrite>();
        var crisis = T.plusSeconds(40 * 86_400);
        for (int hour = 1; hour < 20 * 24; hour++) {
            var at = crisis.minusSeconds(3_600L * hour);
            writes.add(StoreWrite.mention(Said.of(brand, "line" + hour, at, "abc broke", SentimentLabel.NEGATIVE)));
        }
        for (int i = 0; i < 30; i++) {
            var at = crisis.plusSeconds(10L * i);
            writes.add(StoreWrite.mention(Said.of(brand, "now" + i, at, "abc broke", SentimentLabel.NEGATIVE)));
        }
        store.bulk(writes);
        store.refresh();
        indexed(Raised.open("a-drawn", "alerted", crisis));
        var drawn = Api.json(api.get("/api/alerts/a-drawn/line"));
        assertThat(drawn.get("window").asString()).isEqualTo("1h");
        assertThat(drawn.get("sameRule").asBoolean()).isTrue();
        assertThat(drawn.get("peak").get("observed").asLong()).isBetween(30L, 32L);
        var first = drawn.get("line").get(0);
        assertThat(Instant.parse(first.get("t").asString())).isBefore(crisis.minusSeconds(80_000));
        assertThat(first.get("expected").asDouble()).isBetween(0.3, 2.0);

        api.delete("/api/rules/alerted.negative-spike");
        var alone = Api.json(api.get("/api/alerts/a-drawn/line"));
        assertThat(alone.get("sameRule").asBoolean()).isFalse();
        assertThat(alone.get("peak")).isEqualTo(drawn.get("peak"));
    }

    @Test
    void aNewTermIsDrawnByTheMentionsThatSayIt() {
        var brand = setup.brand("alerted").orElseThrow();
        var at = T.plusSeconds(90 * 86_400);
        var writes = new ArrayList<StoreWrite>();
        for (int i = 0; i < 20; i++) {
            var text = i % 2 == 0 ? "abc and a data leak" : "abc as ever";
            writes.add(StoreWrite.mention(
                    Said.of(brand, "term" + i, at.plusSeconds(10L * i), text, SentimentLabel.NEGATIVE)));
        }
        store.bulk(writes);
        store.refresh();
        indexed(Raised.carried(
                "a-term",
                "alerted",
                at,
                "new-term",
                List.of(new Alert.Contributor("new-term", "data leak", 10, 0, 1))));
        var drawn = Api.json(api.get("/api/alerts/a-term/line"));
        assertThat(drawn.get("peak").get("observed").asLong()).isEqualTo(10);
        assertThat(drawn.get("peak").get("limit").asLong()).isEqualTo(12);
    }

    @Test
    void anAlertThatWasJustRaisedIsListedBeforeTheIndexHasIt() {
        writer.write(Topics.ALERTS, "alerted", Raised.open("a-fresh", "alerted", T), "test");
        await().untilAsserted(() ->
                assertThat(api.get("/api/alerts?brand=alerted").body()).contains("\"a-fresh\""));
    }

    @Test
    void anIncidentThatTurnedOutToBeNoneIsListedNowhere() {
        indexed(Raised.open("a-none", "alerted", T));
        var withdrawn =
                Raised.alert("a-none", "alerted", T, Alert.Event.WITHDRAWN, false, Alert.People.NOBODY, 2, List.of());
        writer.write(Topics.ALERTS, "alerted", withdrawn, "test");
        await().untilAsserted(() ->
                assertThat(api.get("/api/alerts/a-none").statusCode()).isEqualTo(404));
        assertThat(api.get("/api/alerts?brand=alerted&size=1000").body()).doesNotContain("\"a-none\"");
    }

    @Test
    void anActionIsAnsweredWithTheAlertAsItThenIs() {
        var alert = Raised.open("a-acted", "alerted", T);
        indexed(alert);
        try (var actions = TopicReader.fromEnd(broker, Topics.ALERT_ACTIONS)) {
            var answer =
                    CompletableFuture.supplyAsync(() -> api.post("/api/alerts/a-acted/ack", "{\"comment\":\"on it\"}"));
            var action = actions.next(a -> a.alertId().equals("a-acted"));
            assertThat(action.verb()).isEqualTo("ack");
            assertThat(action.by()).isEqualTo("api-key");
            assertThat(action.brand()).isEqualTo("alerted");
            writer.write(Topics.ALERTS, "alerted", Raised.after(alert, action), "test");
            assertThat(answer.join().statusCode()).isEqualTo(200);
            var item = Api.json(answer.join());
            assertThat(item.get("state").asString()).isEqualTo("acknowledged");
            assertThat(item.get("machine").asString()).isEqualTo("open");
            assertThat(item.get("people").get("acknowledgedBy").asString()).isEqualTo("api-key");
        }
        assertThat(Api.json(api.get("/api/alerts/a-acted")).get("state").asString())
                .as("read straight after the action")
                .isEqualTo("acknowledged");
    }

    @Test
    void anActionThatIsNotSeenInTimeIsPending() {
        indexed(Raised.open("a-slow", "alerted", T));
        var answer = api.post("/api/alerts/a-slow/resolve", "{}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Api.json(answer).get("pending").asBoolean()).isTrue();
    }

    @Test
    void aRepeatedRequestIsTheSameAction() {
        var alert = Raised.open("a-twice", "alerted", T);
        indexed(alert);
        String[] headers = {"Content-Type", "application/json", "Idempotency-Key", "k1"};
        try (var actions = TopicReader.fromEnd(broker, Topics.ALERT_ACTIONS)) {
            var first = CompletableFuture.supplyAsync(() -> api.send("POST", "/api/alerts/a-twice/ack", "{}", headers));
            var action = actions.next(a -> a.alertId().equals("a-twice"));
            writer.write(Topics.ALERTS, "alerted", Raised.after(alert, action), "test");
            assertThat(first.join().statusCode()).isEqualTo(200);
            var again = api.send("POST", "/api/alerts/a-twice/ack", "{}", headers);
            assertThat(again.body()).isEqualTo(first.join().body());
        }
    }

    @Test
    void anActionMustMakeSense() {
        indexed(Raised.open("a-sense", "alerted", T));
        assertThat(api.post("/api/alerts/a-sense/shout", "{}").statusCode()).isEqualTo(404);
        assertThat(Api.json(api.post("/api/alerts/a-sense/assign", "{}"))
                        .get("field")
                        .asString())
                .isEqualTo("to");
        assertThat(Api.json(api.post("/api/alerts/a-sense/comment", "{}"))
                        .get("field")
                        .asString())
                .isEqualTo("comment");
        assertThat(api.post("/api/alerts/nobody-knows/ack", "{}").statusCode()).isEqualTo(404);
    }

    private void indexed(Alert alert) {
        store.bulk(List.of(StoreWrite.alert(alert)));
    }

    private static tools.jackson.databind.JsonNode item(String body, String id) {
        for (var item : vigie.json.Json.mapper().readTree(body).get("items")) {
            if (item.get("id").asString().equals(id)) {
                return item;
            }
        }
        throw new AssertionError(id + " is not in " + body);
    }
}
