package vigie.alert.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import vigie.door.ComeBack;
import vigie.topic.DeadLetter;

/** Reads the ends of the dead-letter topics. */
@Component
class DeadLetters {

    private static final int EACH = 100;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Map<String, Object> config;

    DeadLetters(KafkaProperties kafka) {
        config = new HashMap<>(kafka.buildConsumerProperties());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    }

    QuarantineController.Quarantine newest(List<String> topics) {
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            return newest(consumer, partitions);
        } catch (KafkaException e) {
            throw new ComeBack(503, Duration.ofSeconds(5), "Kafka does not answer; try again");
        }
    }

    private QuarantineController.Quarantine newest(
            KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        long total = 0;
        for (var p : partitions) {
            var begin = begins.getOrDefault(p, 0L);
            var end = ends.getOrDefault(p, 0L);
            total += end - begin;
            consumer.seek(p, Math.max(begin, end - EACH));
        }
        var items = new ArrayList<QuarantineController.Item>();
        var limit = System.nanoTime() + LIMIT.toNanos();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))
                && System.nanoTime() < limit) {
            consumer.poll(Duration.ofMillis(200)).forEach(row -> items.add(item(row)));
        }
        return new QuarantineController.Quarantine(items, total);
    }

    private static QuarantineController.Item item(ConsumerRecord<byte[], byte[]> row) {
        var letter = DeadLetter.of(row);
        return new QuarantineController.Item(
                row.topic() + ":" + row.partition() + ":" + row.offset(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.reader(),
                letter.reason(),
                Instant.ofEpochMilli(row.timestamp()));
    }
}
