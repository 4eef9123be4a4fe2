package vigie.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import vigie.topic.Topic;

/**
 * The way onto Kafka for what comes from outside: idempotent, confirmed by all replicas, and honest about what was not taken. Not
 * transactional, so that a caller's batch may be taken in part.
 */
public final class KafkaWriter implements AutoCloseable {

    private final Producer<String, byte[]> producer;

    KafkaWriter(Map<String, Object> config) {
        this(new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()));
    }

    /** For tests of what depends on it. */
    public KafkaWriter(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * What Kafka confirmed of a batch.
     *
     * @param why the first fault, one sentence, when not all were taken
     */
    public record Taken(int taken, int asked, @Nullable String why) {
        public boolean all() {
            return taken == asked;
        }
    }

    /**
     * Writes all and waits until each is confirmed or has failed. Stops at the first that fails at once, since the rest would only
     * wait in vain.
     */
    public <V> Taken writeAll(Topic<V> topic, List<V> values, Function<V, String> key) {
        var sent = new ArrayList<CompletableFuture<Void>>(values.size());
        for (var value : values) {
            var future = write(topic, key.apply(value), value);
            sent.add(future);
            if (future.isCompletedExceptionally()) {
                break;
            }
        }
        return count(sent, values.size());
    }

    private static Taken count(List<CompletableFuture<Void>> sent, int asked) {
        int taken = 0;
        String why = null;
        for (var future : sent) {
            var fault = future.handle((done, e) -> e).join();
            if (fault == null) {
                taken++;
            } else if (why == null) {
                why = fault.getClass().getSimpleName();
            }
        }
        return new Taken(taken, asked, why);
    }

    /** Writes one record; null is a tombstone. Completes once all replicas have it, fails with Kafka's exception. */
    public <V> CompletableFuture<Void> write(Topic<V> topic, String key, @Nullable V value) {
        var done = new CompletableFuture<Void>();
        try {
            var bytes = value == null ? null : topic.valueSerde().serializer().serialize(topic.name(), value);
            producer.send(new ProducerRecord<>(topic.name(), key, bytes), (metadata, fault) -> {
                if (fault == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(fault);
                }
            });
        } catch (KafkaException e) {
            done.completeExceptionally(e);
        }
        return done;
    }

    @Override
    public void close() {
        producer.close();
    }
}
