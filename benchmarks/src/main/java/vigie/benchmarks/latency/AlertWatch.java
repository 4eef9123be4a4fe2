package vigie.benchmarks.latency;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import vigie.json.JsonSerde;
import vigie.model.Alert;
import vigie.topic.Topics;

/** Notes when the first update of a brand's negative incident can be read from Kafka by one who reads only what is committed. */
final class AlertWatch implements AutoCloseable {

    /** @param nanos by {@link System#nanoTime()} */
    record Seen(Alert alert, long nanos) {}

    private final Map<String, Seen> first = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, Alert> consumer;
    private final Thread thread;
    private volatile boolean closed;

    AlertWatch(String bootstrapServers) {
        var config = new HashMap<String, Object>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false));
        consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), JsonSerde.of(Alert.class).deserializer());
        consumer.assign(consumer.partitionsFor(Topics.ALERTS.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        thread = new Thread(this::read, "alerts");
        thread.start();
    }

    @Nullable
    Seen first(String brand) {
        return first.get(brand);
    }

    private void read() {
        while (!closed) {
            var rows = consumer.poll(Duration.ofMillis(100));
            var now = System.nanoTime();
            for (var row : rows) {
                if (row.value().event() == Alert.Event.OPEN
                        && row.value().metric().equals("negative")) {
                    first.putIfAbsent(row.value().brand(), new Seen(row.value(), now));
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
