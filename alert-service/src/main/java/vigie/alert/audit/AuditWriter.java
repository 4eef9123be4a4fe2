package vigie.alert.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.KafkaLoop;
import vigie.door.Seal;
import vigie.topic.Topics;

/**
 * Writes the audit log, and the versions of brands' queries: each decision once, entries and read positions in one transaction. The
 * transactional id is the same for all instances, so a former writer that wakes up late is refused instead of forking a chain.
 */
final class AuditWriter extends KafkaLoop {

    private static final List<String> READ = List.of(
            Topics.ALERTS.name(),
            Topics.ALERT_ACTIONS.name(),
            Topics.CORRECTIONS.name(),
            Topics.MENTION_NOTES.name(),
            Topics.SENTIMENT_SETTINGS.name(),
            Topics.BRAND_SENTIMENTS.name(),
            Topics.BRANDS.name(),
            Topics.ALERT_RULES.name(),
            Topics.REMATCH_REQUESTS.name(),
            Topics.RECEIVERS.name(),
            Topics.ROUTES.name(),
            Topics.SILENCES.name(),
            Topics.CONSENTS.name(),
            Topics.NOTIFICATIONS.name());
    private static final TopicPartition LOG = new TopicPartition(Topics.AUDIT_LOG.name(), 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> consumerConfig;
    private final Map<String, Object> producerConfig;
    private final Seal places;

    AuditWriter(Map<String, Object> consumerConfig, Map<String, Object> producerConfig, Seal places) {
        super("audit", Duration.ofSeconds(5));
        this.consumerConfig = consumerConfig;
        this.producerConfig = producerConfig;
        this.places = places;
    }

    @Override
    protected void turn() {
        try (var consumer = new KafkaConsumer<>(consumerConfig, new StringDeserializer(), new ByteArrayDeserializer());
                var turn = new Turn(consumer)) {
            consumer.subscribe(READ, turn);
            while (isRunning()) {
                turn.write(consumer.poll(POLL));
            }
        }
    }

    /** The time in which this instance is the one that writes. */
    private final class Turn implements ConsumerRebalanceListener, AutoCloseable {

        private final KafkaConsumer<String, byte[]> consumer;
        private @Nullable KafkaProducer<String, byte[]> producer;
        private Chains chains = new Chains();
        private Decisions decisions = new Decisions(places);

        Turn(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty() && producer == null) {
                var begun = new KafkaProducer<>(producerConfig, new StringSerializer(), new ByteArraySerializer());
                producer = begun;
                // first shut out whoever wrote before, then read what they wrote
                begun.initTransactions();
                recall();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            close();
        }

        private void recall() {
            chains = new Chains();
            decisions = new Decisions(places);
            var config = new HashMap<>(consumerConfig);
            config.remove("group.id");
            try (var reader = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
                reader.assign(List.of(LOG));
                reader.seekToBeginning(List.of(LOG));
                var end = reader.endOffsets(List.of(LOG)).getOrDefault(LOG, 0L);
                var entries = Topics.AUDIT_LOG.valueSerde().deserializer();
                while (isRunning() && reader.position(LOG) < end) {
                    for (var row : reader.poll(POLL)) {
                        var entry = entries.deserialize(row.topic(), row.value());
                        chains.recall(entry);
                        decisions.recall(entry.brand(), entry.action(), entry.subject());
                    }
                }
            }
        }

        void write(ConsumerRecords<String, byte[]> rows) {
            var to = producer;
            if (rows.isEmpty() || to == null) {
                return;
            }
            to.beginTransaction();
            for (var row : rows) {
                decisions.in(row).ifPresent(decision -> {
                    var entry = chains.append(decision);
                    var bytes = Topics.AUDIT_LOG.valueSerde().serializer().serialize(LOG.topic(), entry);
                    to.send(new ProducerRecord<>(LOG.topic(), entry.brand(), bytes));
                });
                Decisions.version(row).ifPresent(version -> {
                    var topic = Topics.BRAND_VERSIONS;
                    var bytes = topic.valueSerde().serializer().serialize(topic.name(), version);
                    to.send(new ProducerRecord<>(topic.name(), version.brand(), bytes));
                });
            }
            to.sendOffsetsToTransaction(offsets(rows), consumer.groupMetadata());
            to.commitTransaction();
        }

        private Map<TopicPartition, OffsetAndMetadata> offsets(ConsumerRecords<String, byte[]> rows) {
            var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
            for (var p : rows.partitions()) {
                var of = rows.records(p);
                offsets.put(p, new OffsetAndMetadata(of.get(of.size() - 1).offset() + 1));
            }
            return offsets;
        }

        @Override
        public void close() {
            if (producer != null) {
                producer.close(Duration.ofSeconds(2));
                producer = null;
            }
        }
    }
}
