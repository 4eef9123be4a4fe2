package vigie.alert.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import vigie.alert.setup.TopicWriter;
import vigie.model.BrandSentiment;
import vigie.model.BrandSentiment.Applied;
import vigie.model.BrandSentiment.Learnt;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;
import vigie.topic.Topic;
import vigie.topic.Topics;

class DecisionsTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final SentimentShares SHARES = new SentimentShares(0.6, 0.3, 0.1);
    private final Decisions decisions = new Decisions();

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

    private static <V> ConsumerRecord<String, byte[]> row(Topic<V> topic, V value, String by) {
        var bytes = topic.valueSerde().serializer().serialize(topic.name(), value);
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
