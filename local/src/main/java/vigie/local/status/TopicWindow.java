package vigie.local.status;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads stretches of topics, as any reader of committed records would see them. Offsets alone do not say how many records there are:
 * each transaction leaves a mark that takes one, too.
 */
final class TopicWindow implements AutoCloseable {

    /** More is not read but estimated by offsets: at such a number the marks do not matter. */
    private static final long READ_AT_MOST = 20_000;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final KafkaConsumer<String, byte[]> consumer;

    TopicWindow(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "request.timeout.ms", "5000",
                        "default.api.timeout.ms", "10000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What is in the topic since a moment of the broker's clock. */
    long since(String topic, Instant from, Consumer<ConsumerRecord<String, byte[]>> each) {
        var asked = consumer.partitionsFor(topic).stream()
                .collect(Collectors.toMap(p -> new TopicPartition(topic, p.partition()), p -> from.toEpochMilli()));
        var starts = new HashMap<TopicPartition, Long>();
        consumer.offsetsForTimes(asked).forEach((partition, found) -> {
            if (found != null) {
                starts.put(partition, found.offset());
            }
        });
        return count(starts, each);
    }

    /** How many records there are from these offsets to the end. */
    long count(Map<TopicPartition, Long> starts, Consumer<ConsumerRecord<String, byte[]>> each) {
        if (starts.isEmpty()) {
            return 0;
        }
        var ends = consumer.endOffsets(starts.keySet());
        var span = starts.entrySet().stream()
                .mapToLong(s -> Math.max(0, ends.getOrDefault(s.getKey(), 0L) - s.getValue()))
                .sum();
        if (span == 0 || span > READ_AT_MOST) {
            return span;
        }
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        long records = 0;
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (starts.keySet().stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            if (System.nanoTime() > deadline) {
                return span;
            }
            for (var row : consumer.poll(Duration.ofMillis(200))) {
                if (row.offset() < ends.getOrDefault(new TopicPartition(row.topic(), row.partition()), 0L)) {
                    records++;
                    each.accept(row);
                }
            }
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
