package vigie.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic held in memory, read from its beginning by a thread of its own, without a consumer group: every instance holds
 * all of it.
 */
public final class TopicTable<V> implements AutoCloseable {

    private final Topic<V> topic;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, V> rows = new ConcurrentHashMap<>();
    private final Map<Integer, Long> applied = new ConcurrentHashMap<>();
    private final BiConsumer<String, @Nullable V> onChange;
    private final Runnable onApplied;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts reading at once.
     *
     * @param clientConfig bootstrap servers and security, as any Kafka client takes them
     * @param onChange told of every key and value (null = removed) after the table has it, on the reading thread
     */
    public TopicTable(Topic<V> topic, Map<String, Object> clientConfig, BiConsumer<String, @Nullable V> onChange) {
        this(topic, clientConfig, onChange, () -> {});
    }

    /**
     * Starts reading at once.
     *
     * @param onApplied told, on the reading thread, once {@link #applied} covers a whole batch of changes and before {@link #ready}
     *     can turn true: the place to do what is dearer per change than per batch
     */
    public TopicTable(
            Topic<V> topic,
            Map<String, Object> clientConfig,
            BiConsumer<String, @Nullable V> onChange,
            Runnable onApplied) {
        this.topic = topic;
        this.onChange = onChange;
        this.onApplied = onApplied;
        var config = new HashMap<>(clientConfig);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        thread = new Thread(this::run, "table-" + topic.name());
        thread.setDaemon(true);
        thread.start();
    }

    public Topic<V> topic() {
        return topic;
    }

    /** The value of a key, or null. */
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    /** A copy of all rows, in no order. */
    public Map<String, V> rows() {
        return Map.copyOf(rows);
    }

    /** Per partition, the offset of the last record applied; −1 where nothing was. */
    public Map<Integer, Long> applied() {
        return Map.copyOf(applied);
    }

    /** Whether everything that was there at the start has been applied. */
    public boolean ready() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until {@link #ready}, at most {@code limit}. */
    public boolean awaitReady(Duration limit) throws InterruptedException {
        return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (!closed) {
            try {
                read();
            } catch (WakeupException e) {
                break;
            } catch (KafkaException e) {
                pause();
            }
        }
        consumer.close();
    }

    private void read() {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        consumer.assign(partitions);
        resume(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!closed) {
            var batch = consumer.poll(Duration.ofMillis(200));
            for (var row : batch) {
                apply(row);
            }
            if (!batch.isEmpty()) {
                onApplied.run();
            }
            if (!ready() && partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L))) {
                caughtUp.countDown();
            }
        }
    }

    private void resume(List<TopicPartition> partitions) {
        for (var p : partitions) {
            var last = applied.putIfAbsent(p.partition(), -1L);
            if (last == null || last < 0) {
                consumer.seekToBeginning(List.of(p));
            } else {
                consumer.seek(p, last + 1);
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> row) {
        var value = row.value() == null ? null : decode(row.value());
        if (value == null) {
            rows.remove(row.key());
        } else {
            rows.put(row.key(), value);
        }
        onChange.accept(row.key(), value);
        applied.put(row.partition(), row.offset());
    }

    private @Nullable V decode(byte[] bytes) {
        try {
            return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
        } catch (KafkaException e) {
            // an unreadable row must not stop the rest; it counts as removed
            return null;
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
