package vigie.alert.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads again what a browser missed while it was away; bounded, because reading afresh is cheaper than replaying a day. */
final class CatchUp {

    private static final long MOST_RECORDS = 20_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Semaphore turns = new Semaphore(4);
    private final Map<String, Object> config;
    private final Decoding decoding;

    CatchUp(Map<String, Object> config, Decoding decoding) {
        this.config = config;
        this.decoding = decoding;
    }

    /** Where events go. */
    interface Sink {
        void take(LiveEvent event) throws IOException;
    }

    /** Sends everything between; false when that is too much, not there any more, or takes too long. */
    boolean send(Positions from, Positions to, Sink sink) throws IOException {
        var distance = from.samePartitions(to) ? from.distanceTo(to) : -1;
        if (distance == 0) {
            return true;
        }
        if (distance < 0 || distance > MOST_RECORDS || !turns.tryAcquire()) {
            return false;
        }
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            return send(consumer, from.copy(), to, sink);
        } catch (KafkaException e) {
            return false;
        } finally {
            turns.release();
        }
    }

    private boolean send(KafkaConsumer<String, byte[]> consumer, Positions at, Positions to, Sink sink)
            throws IOException {
        var partitions = Tail.partitions(consumer);
        consumer.assign(partitions);
        var beginnings = consumer.beginningOffsets(partitions);
        for (var p : partitions) {
            var from = at.get(p);
            if (from == null || from < beginnings.getOrDefault(p, Long.MAX_VALUE)) {
                return false;
            }
            consumer.seek(p, from);
        }
        var end = System.nanoTime() + LIMIT.toNanos();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < offset(to, p))) {
            if (System.nanoTime() > end) {
                return false;
            }
            for (var row : consumer.poll(Duration.ofMillis(200))) {
                var p = new TopicPartition(row.topic(), row.partition());
                if (row.offset() >= offset(to, p)) {
                    continue;
                }
                at.set(p, row.offset() + 1);
                var event = Decoding.value(row).flatMap(v -> decoding.event(v, at));
                if (event.isPresent()) {
                    sink.take(event.get());
                }
            }
        }
        return true;
    }

    private static long offset(Positions positions, TopicPartition p) {
        var offset = positions.get(p);
        return offset == null ? 0 : offset;
    }
}
