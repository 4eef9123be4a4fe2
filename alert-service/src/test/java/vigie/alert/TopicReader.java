package vigie.alert;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import vigie.topic.Topic;

/** Reads a topic in a test, from where it stands now. */
public final class TopicReader<V> implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final KafkaConsumer<String, V> consumer;
    private final Deque<V> waiting = new ArrayDeque<>();

    private TopicReader(EmbeddedKafkaBroker broker, Topic<V> topic) {
        Deserializer<V> values = topic.valueSerde().deserializer();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                values);
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    public static <V> TopicReader<V> fromEnd(EmbeddedKafkaBroker broker, Topic<V> topic) {
        return new TopicReader<>(broker, topic);
    }

    /** The next value like this; others are passed over. */
    public V next(Predicate<V> wanted) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            while (!waiting.isEmpty()) {
                var value = waiting.poll();
                if (wanted.test(value)) {
                    return value;
                }
            }
            for (var row : consumer.poll(Duration.ofMillis(200))) {
                if (row.value() != null) {
                    waiting.add(row.value());
                }
            }
        }
        throw new AssertionError("nothing like it came within " + LIMIT);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
