package vigie.alert.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Said;
import vigie.alert.TopicReader;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.model.RuleHistory;
import vigie.model.SentimentLabel;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;
import vigie.topic.Topics;

@AlertServiceTest
class LookbackTest {

    private final Api api;
    private final Setup setup;
    private final MentionStore store;
    private final TopicWriter writer;
    private final EmbeddedKafkaBroker broker;

    LookbackTest(
            @LocalServerPort int port,
            @Autowired Setup setup,
            @Autowired MentionStore store,
            @Autowired TopicWriter writer,
            @Autowired EmbeddedKafkaBroker broker) {
        api = Api.at(port);
        this.setup = setup;
        this.store = store;
        this.writer = writer;
        this.broker = broker;
    }

    @Test
    void aRuleThatComesLateIsToldWhatTheIndexCountsInItsScope() {
        api.put("/api/brands/late", "{\"name\":\"Late\"}");
        var brand = setup.brand("late").orElseThrow();
        var now = Instant.now();
        var writes = new ArrayList<StoreWrite>();
        for (int hour = 1; hour <= 40; hour++) {
            var label = hour % 2 == 0 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
            var text = hour % 4 == 0 ? "what a delay" : "a ride";
            writes.add(StoreWrite.mention(Said.of(brand, "l" + hour, now.minus(Duration.ofHours(hour)), text, label)));
        }
        store.bulk(writes);
        store.refresh();
        var first = Said.of(brand, "first", now, "a ride", SentimentLabel.NEUTRAL);
        writer.write(Topics.ANALYSED_MENTIONS, "late", first, "test");

        try (var histories = TopicReader.fromEnd(broker, Topics.RULE_HISTORIES)) {
            api.put("/api/rules/late.delays", """
                {"brand": "late", "name": "delays", "metric": "negative", "scope": {"query": "delay"}}""");
            var answer = histories.next(history -> history.brand().equals("late") && !history.asks());
            assertThat(answer.metric()).isEqualTo("negative");
            assertThat(sum(answer)).isEqualTo(10);
            assertThat(answer.from()).isEqualTo(answer.until().minus(Duration.ofDays(35)));
            assertThat(answer.counts()).hasSize(35 * 288);
            assertThat(answer.rule().scope().query()).isEqualTo("delay");
        }
    }

    private static long sum(RuleHistory history) {
        return history.counts().stream().mapToLong(Long::longValue).sum();
    }
}
