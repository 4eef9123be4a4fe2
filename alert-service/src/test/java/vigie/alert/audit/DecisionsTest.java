package vigie.alert.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.model.Alert.Event.OPEN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.alert.setup.TopicWriter;
import vigie.door.Seal;
import vigie.model.BrandSentiment;
import vigie.model.BrandSentiment.Applied;
import vigie.model.BrandSentiment.Learnt;
import vigie.model.Consent;
import vigie.model.Notification;
import vigie.model.Receiver;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;
import vigie.model.Silence;
import vigie.topic.Topic;
import vigie.topic.Topics;

class DecisionsTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final SentimentShares SHARES = new SentimentShares(0.6, 0.3, 0.1);
    private static final Seal PLACES = new Seal("a key of this installation", "audit");

    private final Decisions decisions = new Decisions(PLACES);

    @Test
    void whoDecidesHowABrandIsReadIsNamedWithWhatTheyDecided() {
        var setting = new SentimentSetting("acme", null, false, 0.5, SHARES, true, 3L);
        var decision =
                decisions.in(row(Topics.SENTIMENT_SETTINGS, setting, "ana")).orElseThrow();
        assertThat(decision.action()).isEqualTo("sentiment-decided");
        assertThat(decision.actor()).isEqualTo("ana");
        assertThat(decision.details())
                .containsEntry("enabled", "false")
                .containsEntry("negative", "0.6")
                .containsEntry("rolledBackTo", "3");
    }

    @Test
    void whatTheMachineLearntIsRecordedOnceAndNoWordOfIt() {
        var learnt = new Learnt(4, AT, SHARES, 812.4, List.of(new BrandSentiment.Word("bricked", 1, 0, -1, 3)), null);
        var told =
                new BrandSentiment("acme", null, 4, AT, new Applied(SHARES, 0.5, List.of()), learnt, null, List.of());
        var decision =
                decisions.in(row(Topics.BRAND_SENTIMENTS, told, "unknown")).orElseThrow();
        assertThat(decision.action()).isEqualTo("sentiment-learnt");
        assertThat(decision.details()).containsEntry("mentions", "812").containsEntry("words", "1");
        assertThat(decision.toString()).doesNotContain("bricked");
        var followed = new BrandSentiment("acme", null, 5, AT, told.applied(), learnt, null, List.of());
        assertThat(decisions.in(row(Topics.BRAND_SENTIMENTS, followed, "unknown")))
                .isEmpty();
    }

    @Test
    void whoIsToldIsOnRecordWithoutAddressesAndSecrets() {
        var hook = new Receiver(
                "desk",
                "Anna's desk",
                "webhook",
                Map.of("url", "https://example.org/hook", "secret", "sixteen or more characters"),
                List.of(),
                2,
                "en");
        var entry = decisions.in(row(Topics.RECEIVERS, hook, "ana")).orElseThrow();
        assertThat(entry.brand()).isEqualTo("*");
        assertThat(entry.action()).isEqualTo("receiver-changed");
        assertThat(entry.actor()).isEqualTo("ana");
        assertThat(entry.details()).containsEntry("channel", "webhook").containsEntry("minSeverity", "2");
        assertThat(entry.toString()).doesNotContain("example.org", "sixteen", "Anna");
        assertThat(contentHash(hook(hook, "https://elsewhere.example/hook", "sixteen or more characters")))
                .as("another address is another receiver")
                .isNotEqualTo(entry.details().get("contentHash"));
        assertThat(contentHash(hook(hook, "https://example.org/hook", "another of sixteen or more")))
                .as("nobody can try out secrets against a hash")
                .isEqualTo(entry.details().get("contentHash"));
        var elsewhere = new Decisions(new Seal("a key of another one", "audit"));
        assertThat(elsewhere
                        .in(row(Topics.RECEIVERS, hook, "ana"))
                        .orElseThrow()
                        .details())
                .as("nobody can try out addresses without the key")
                .doesNotContainEntry("contentHash", entry.details().get("contentHash"));
        var gone = decisions.in(row(Topics.RECEIVERS, null, "ana")).orElseThrow();
        assertThat(gone.action()).isEqualTo("receiver-deleted");
    }

    private String contentHash(Receiver receiver) {
        return decisions
                .in(row(Topics.RECEIVERS, receiver, "ana"))
                .orElseThrow()
                .details()
                .get("contentHash");
    }

    private static Receiver hook(Receiver like, String url, String secret) {
        return new Receiver(
                like.id(),
                like.name(),
                like.channel(),
                Map.of("url", url, "secret", secret),
                like.brands(),
                like.minSeverity(),
                like.language());
    }

    @Test
    void aConsentIsOnRecordFromTheQuestionToTheEnd() {
        var asked = new Consent("c0ffee", "email", "anna", Consent.ASKED, "May we?", "en", AT, "ana", null, null, null);
        var given = new Consent(
                "c0ffee", "email", "anna", Consent.GIVEN, "May we?", "en", AT, "ana", AT, null, "link in a message");
        assertThat(decisions
                        .in(row(Topics.CONSENTS, asked, "ana"))
                        .orElseThrow()
                        .action())
                .isEqualTo("consent-asked");
        var entry = decisions.in(row(Topics.CONSENTS, given, "the person")).orElseThrow();
        assertThat(entry.action()).isEqualTo("consent-given");
        assertThat(entry.actor()).isEqualTo("the person");
        assertThat(entry.details()).containsKeys("textHash", "howHash").containsEntry("receiver", "anna");
        assertThat(entry.toString()).doesNotContain("May we?", "link in");
        assertThat(decisions.in(row(Topics.CONSENTS, null, "ana")).orElseThrow().action())
                .isEqualTo("consent-erased");
    }

    @Test
    void aSilenceIsInItsBrandsChainEvenWhenItIsRemovedAfterARestart() {
        var silence = new Silence("acme", "ponant", null, null, AT, AT.plusSeconds(60), "ana", "the launch");
        var entry = decisions.in(row(Topics.SILENCES, silence, "ana")).orElseThrow();
        assertThat(entry.brand()).isEqualTo("ponant");
        assertThat(entry.toString()).doesNotContain("launch");
        var restarted = new Decisions(PLACES);
        restarted.recall(entry.brand(), entry.action(), entry.subject());
        var removed = restarted.in(row(Topics.SILENCES, null, "bob")).orElseThrow();
        assertThat(removed.brand()).isEqualTo("ponant");
        assertThat(removed.action()).isEqualTo("silence-deleted");
        assertThat(removed.actor()).isEqualTo("bob");
    }

    @Test
    void aDecisionToTellAndItsEndAreOnRecordAndTheTriesBetweenAreNot() {
        var decided = new Notification(
                "a1:OPEN:1:desk", "a1", "ponant", "desk", "webhook", OPEN, "pending", null, 0, AT, null);
        var tried = decided.tried(null, null).become("pending", "answered 503", AT, null);
        var sent = tried.tried("204", null).become("sent", null, AT, null);
        assertThat(decisions
                        .in(row(Topics.NOTIFICATIONS, decided, "vigie"))
                        .orElseThrow()
                        .action())
                .isEqualTo("notification-decided");
        assertThat(decisions.in(row(Topics.NOTIFICATIONS, tried, "vigie"))).isEmpty();
        var end = decisions.in(row(Topics.NOTIFICATIONS, sent, "vigie")).orElseThrow();
        assertThat(end.brand()).isEqualTo("ponant");
        assertThat(end.action()).isEqualTo("notification-sent");
        assertThat(end.details())
                .containsEntry("receiver", "desk")
                .containsEntry("attempts", "2")
                .containsKey("receiptHash");
        var again = decisions.in(row(Topics.NOTIFICATIONS, tried, "ana")).orElseThrow();
        assertThat(again.action()).isEqualTo("notification-resent");
        assertThat(again.actor()).isEqualTo("ana");
        assertThat(decisions.in(row(Topics.NOTIFICATIONS, null, "vigie"))).isEmpty();
    }

    private static <V> ConsumerRecord<String, byte[]> row(Topic<V> topic, @Nullable V value, String by) {
        var bytes = value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
        var headers = new RecordHeaders().add(TopicWriter.BY, by.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                topic.name(),
                0,
                0L,
                AT.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "acme",
                bytes,
                headers,
                java.util.Optional.empty());
    }
}
