package vigie.alert.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vigie.model.Alert.Event.OPEN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Raised;
import vigie.alert.Said;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.Role;
import vigie.model.AnalysedMention;
import vigie.model.Brand;
import vigie.model.Notification;
import vigie.model.SentimentLabel;
import vigie.topic.Topics;

@AlertServiceTest
class StreamTest {

    private static final Instant T = Instant.parse("2026-02-10T10:00:00Z");

    private final Api api;
    private final TopicWriter writer;
    private final Setup setup;
    private final Tail tail;

    StreamTest(@LocalServerPort int port, @Autowired TopicWriter writer, @Autowired Setup setup, @Autowired Tail tail) {
        api = Api.at(port);
        this.writer = writer;
        this.setup = setup;
        this.tail = tail;
    }

    @BeforeEach
    void listening() {
        api.put("/api/brands/live", "{\"name\":\"Live\"}");
        api.put("/api/brands/other", "{\"name\":\"Other\"}");
        await().until(tail::following);
    }

    @Test
    void whatIsSaidArrivesAsListsShowIt() throws Exception {
        try (var stream = EventStream.open(api.as(Role.VIEWER), "/api/stream?brand=live", null)) {
            say(mention("other", "s0", "of another brand"));
            say(mention("live", "s1", "ligne 1\nligne 2 é"));
            var event = stream.next(e -> e.name().equals("mention"));
            assertThat(event.data().get("text").asString()).isEqualTo("ligne 1\nligne 2 é");
            assertThat(event.data().get("change").asString()).isEqualTo("first");
            assertThat(event.data().get("sentiment").get("label").asString()).isEqualTo("neutral");
        }
    }

    @Test
    void aWithdrawnMentionIsToldWithoutItsWords() throws Exception {
        try (var stream = EventStream.open(api, "/api/stream?brand=live", null)) {
            var m = mention("live", "w1", "regretted");
            say(new AnalysedMention(
                    m.mentionId(),
                    m.brand(),
                    m.brandSince(),
                    m.postId(),
                    AnalysedMention.Change.WITHDRAWN,
                    2,
                    m.version() + 1,
                    null,
                    null,
                    m.eventTime(),
                    m.queries(),
                    m.lang(),
                    m.sentiment(),
                    m.virality(),
                    m.reach(),
                    null,
                    m.arrivedAt(),
                    m.analysedAt(),
                    null));
            var event = stream.next(e -> e.data().get("mentionId").asString().equals(m.mentionId()));
            assertThat(event.data().get("change").asString()).isEqualTo("withdrawn");
            assertThat(event.data().has("text")).isFalse();
        }
    }

    @Test
    void alertsSpeakTheReadersLanguage() throws Exception {
        try (var stream = EventStream.open(api, "/api/stream?brand=live&lang=fr", null)) {
            writer.write(Topics.ALERTS, "live", Raised.open("live-1", "live", T), "test");
            var event = stream.next(e -> e.name().equals("alert"));
            assertThat(event.data().get("summary").asString()).contains("négatives");
        }
    }

    @Test
    void whoWasToldIsHeardWithoutAddressesAndAnswers() throws Exception {
        try (var stream = EventStream.open(api.as(Role.VIEWER), "/api/stream?brand=live", null)) {
            var alert = Raised.open("live-2", "live", T);
            var decided = new Notification(
                    "n-1", "live-2", "live", "anna", "email", OPEN, "pending", "answered 421", 0, T, alert);
            var question = new Notification("n-2", "consent:1", "", "anna", "email", null, "sent", null, 1, T, null);
            writer.write(Topics.NOTIFICATIONS, "n-2", question, "test");
            writer.write(
                    Topics.NOTIFICATIONS,
                    "n-1",
                    decided.tried("250 anna@example.org", null).become("late", "too long ago", T, alert),
                    "test");
            var event = stream.next(e -> e.name().equals("notification"));
            assertThat(event.data().propertyNames())
                    .containsExactlyInAnyOrder(
                            "id",
                            "alertId",
                            "brand",
                            "receiver",
                            "channel",
                            "event",
                            "outcome",
                            "reason",
                            "attempts",
                            "at");
            assertThat(event.data().get("id").asString()).isEqualTo("n-1");
            assertThat(event.data().get("outcome").asString()).isEqualTo("late");
        }
    }

    @Test
    void mentionsOfABrandDeletedOrCreatedAgainAreNotShown() throws Exception {
        try (var stream = EventStream.open(api, "/api/stream", null)) {
            say(Said.of("nobody", null, "x1", T, "of nobody", SentimentLabel.NEUTRAL));
            say(Said.of("live", Instant.EPOCH, "x2", T, "of an earlier brand", SentimentLabel.NEUTRAL));
            say(mention("live", "x3", "of this one"));
            var first = stream.next(e -> e.data().get("text").asString().startsWith("of "));
            assertThat(first.data().get("text").asString()).isEqualTo("of this one");
        }
        assertThat(api.get("/api/stream?brand=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void whoComesBackGetsWhatWasMissedOnce() throws Exception {
        String last;
        try (var stream = EventStream.open(api, "/api/stream?brand=live", null)) {
            say(mention("live", "r0", "before"));
            last = stream.next(e -> e.data().get("text").asString().equals("before"))
                    .id();
        }
        IntStream.range(1, 4).forEach(i -> say(mention("live", "r" + i, "missed " + i)));
        try (var stream = EventStream.open(api, "/api/stream?brand=live", last)) {
            say(mention("live", "r9", "after"));
            var texts = new ArrayList<String>();
            stream.next(e -> {
                texts.add(e.name() + " " + e.data().path("text").asString(""));
                return texts.get(texts.size() - 1).equals("mention after");
            });
            assertThat(texts)
                    .containsExactly("mention missed 1", "mention missed 2", "mention missed 3", "mention after");
        }
    }

    @Test
    void whoComesBackWithAnIdWeCannotReadMustReadAfresh() throws Exception {
        for (var id : new String[] {"rubbish", "m0:1", "a0:999999999"}) {
            try (var stream = EventStream.open(api, "/api/stream?brand=live", id)) {
                assertThat(stream.next(e -> true).name()).as(id).isEqualTo("reset");
            }
        }
    }

    private AnalysedMention mention(String brandId, String id, String text) {
        Brand brand = setup.brand(brandId).orElseThrow();
        return Said.of(brand, id, T, text, SentimentLabel.NEUTRAL);
    }

    private void say(AnalysedMention mention) {
        writer.write(Topics.ANALYSED_MENTIONS, mention.brand(), mention, "test");
    }
}
