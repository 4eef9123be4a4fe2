package vigie.alert.lookback;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.alert.setup.KafkaLoop;
import vigie.alert.setup.TopicWriter;
import vigie.model.RuleHistory;
import vigie.store.StoreUnavailable;
import vigie.topic.Topics;

/** Answers the detectors one by one; while the index does not answer, they wait, as they would without it. */
final class LookbackWorker extends KafkaLoop {

    private static final Logger log = LoggerFactory.getLogger(LookbackWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String BY = "lookback";

    private final Map<String, Object> consumerConfig;
    private final TopicWriter writer;
    private final Answers answers;

    LookbackWorker(Map<String, Object> consumerConfig, TopicWriter writer, Answers answers) {
        super("lookback", Duration.ofSeconds(5));
        this.consumerConfig = consumerConfig;
        this.writer = writer;
        this.answers = answers;
    }

    @Override
    protected void turn() {
        var topic = Topics.RULE_HISTORIES;
        try (var consumer =
                new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic.name()));
            while (isRunning()) {
                for (var row : consumer.poll(POLL)) {
                    var question = topic.valueSerde().deserializer().deserialize(topic.name(), row.value());
                    if (question != null && question.asks()) {
                        answer(question);
                    }
                }
                // only what was answered; the rest is asked again by whoever comes next
                if (isRunning()) {
                    consumer.commitSync();
                }
            }
        }
    }

    private void answer(RuleHistory question) {
        while (isRunning()) {
            try {
                writer.write(Topics.RULE_HISTORIES, question.brand(), answers.to(question), BY);
                return;
            } catch (StoreUnavailable e) {
                log.info(
                        "the past of rule {} waits for the search index",
                        question.rule().id());
                pause();
            }
        }
    }
}
