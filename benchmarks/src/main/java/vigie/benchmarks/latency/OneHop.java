package vigie.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The raw limit: how long one record takes from a transaction's begin until it can be read, with nothing in between. An alert's road
 * has three such hops after the answer to the push.
 */
final class OneHop implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final String topic = "benchmark-hop-" + UUID.randomUUID();
    private final Admin admin;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    OneHop(String bootstrapServers) throws ExecutionException, InterruptedException {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", topic),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** One record there; its time in microseconds goes into the histogram. */
    void measure(Histogram into) {
        var begin = System.nanoTime();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, "k", "v"));
        producer.commitTransaction();
        while (System.nanoTime() - begin < LONGEST.toNanos()) {
            if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                into.recordValue((System.nanoTime() - begin) / 1_000);
                return;
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.deleteTopics(List.of(topic));
        admin.close();
    }
}
