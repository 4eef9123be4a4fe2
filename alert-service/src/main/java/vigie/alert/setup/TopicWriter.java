package vigie.alert.setup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vigie.door.ComeBack;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** Writes records to our topics, and does not return before Kafka has them. */
public final class TopicWriter implements AutoCloseable {

    /** Header that says who caused a record, for the audit log; UTF-8. */
    public static final String BY = "vigie-by";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> producer;
    private volatile boolean ready;

    public TopicWriter(Map<String, Object> clientConfig) {
        var config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Whether Kafka has answered this writer: the first answer takes longest, and a caller should not be the one who waits for it. */
    public boolean ready() {
        if (!ready) {
            try {
                ready = !producer.partitionsFor(Topics.BRANDS.name()).isEmpty();
            } catch (KafkaException e) {
                return false;
            }
        }
        return ready;
    }

    /**
     * Writes one record; a null value removes the key.
     *
     * @throws ComeBack when Kafka did not take it in time; it may have arrived nevertheless, so a retry must be harmless
     */
    public <V> RecordMetadata write(Topic<V> topic, String key, @Nullable V value, String by) {
        return settle(begin(topic, key, value, by));
    }

    /** Starts writing; {@link #settle} ends it. Records begun one after the other to one partition arrive in that order. */
    public <V> Future<RecordMetadata> begin(Topic<V> topic, String key, @Nullable V value, String by) {
        var bytes = value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
        var row = new ProducerRecord<>(topic.name(), null, key, bytes, List.of());
        row.headers().add(BY, by.getBytes(StandardCharsets.UTF_8));
        try {
            return producer.send(row);
        } catch (KafkaException e) {
            throw away();
        }
    }

    /** Waits until Kafka has it. */
    public RecordMetadata settle(Future<RecordMetadata> begun) {
        try {
            return begun.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static ComeBack away() {
        return new ComeBack(503, Duration.ofSeconds(5), "Kafka did not take it in time; try again");
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
