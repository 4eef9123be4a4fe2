package vigie.alert.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import vigie.door.ComeBack;
import vigie.topic.DeadLetter;
import vigie.topic.Topics;

/** Reads the ends of the dead-letter topics, and puts single letters back where they came from. */
@Component
class DeadLetters {

    private static final int EACH = 100;
    private static final String SUFFIX = "-dlt";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Pattern ID = Pattern.compile("([a-z0-9.-]+-dlt):(\\d{1,6}):(\\d{1,18})");

    private final Map<String, Object> config;
    private final Map<String, Object> producing;

    DeadLetters(KafkaProperties kafka) {
        producing = new HashMap<>(kafka.buildProducerProperties());
        producing.put(ProducerConfig.ACKS_CONFIG, "all");
        producing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        producing.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        producing.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
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

    /** One of our dead letters by its id; empty where none is kept there. */
    Optional<ConsumerRecord<byte[], byte[]>> find(String id) {
        var named = ID.matcher(id);
        if (!named.matches()
                || Topics.ALL.stream().noneMatch(t -> t.deadLetters().equals(named.group(1)))) {
            return Optional.empty();
        }
        var partition = new TopicPartition(named.group(1), Integer.parseInt(named.group(2)));
        var offset = Long.parseLong(named.group(3));
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (consumer.partitionsFor(partition.topic()).size() <= partition.partition()) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (offset < consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L) || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, offset);
            var limit = System.nanoTime() + LIMIT.toNanos();
            while (consumer.position(partition) <= offset && System.nanoTime() < limit) {
                for (var row : consumer.poll(Duration.ofMillis(200)).records(partition)) {
                    if (row.offset() == offset) {
                        return Optional.of(row);
                    }
                }
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw new ComeBack(503, Duration.ofSeconds(5), "Kafka does not answer; try again");
        }
    }

    /** Writes key and value, byte for byte, to the topic the letter came from, and returns once Kafka has them. */
    void putBack(ConsumerRecord<byte[], byte[]> letter) {
        var topic = letter.topic().substring(0, letter.topic().length() - SUFFIX.length());
        try (var producer = new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, letter.key(), letter.value()))
                    .get();
        } catch (KafkaException | ExecutionException e) {
            throw new ComeBack(503, Duration.ofSeconds(5), "Kafka did not take it in time; try again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComeBack(503, Duration.ofSeconds(5), "interrupted; try again");
        }
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
