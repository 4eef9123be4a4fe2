package vigie.alert.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import vigie.door.ComeBack;
import vigie.model.Brand;
import vigie.model.BrandVersion;
import vigie.topic.Topics;

/**
 * The versions a brand's queries had. Read from their topic when somebody asks, which is seldom, so that no instance holds what
 * everybody ever typed in memory.
 */
public final class Versions {

    /** Consumer group of whoever writes the versions; its offsets say how far it has followed the brands. */
    public static final String WRITER = "vigie-audit";

    private static final TopicPartition LOG = new TopicPartition(Topics.BRAND_VERSIONS.name(), 0);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String NOBODY_KNOWN = "unknown";

    /** The writer of versions follows the brands within this time, unless it is away. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(4).toNanos();

    private final Map<String, Object> config;

    Versions(Map<String, Object> consumerConfig) {
        config = new HashMap<>(consumerConfig);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, WRITER);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
    }

    /** A version by its number; the first is 1. */
    public record Numbered(int number, BrandVersion version) {}

    /** All versions of this brand, newest first; changes of nothing that matters for matching are none. Never empty. */
    public List<Numbered> of(Brand brand) {
        var current = BrandVersion.of(brand, Objects.requireNonNullElse(brand.since(), Instant.EPOCH), NOBODY_KNOWN);
        var found = read(current);
        if (found.isEmpty() || !found.get(found.size() - 1).matchesLike(current)) {
            found.add(current);
        }
        var numbered = new ArrayList<Numbered>();
        for (int i = 0; i < found.size(); i++) {
            numbered.add(new Numbered(i + 1, found.get(i)));
        }
        Collections.reverse(numbered);
        return numbered;
    }

    /** Oldest first, up to the one that holds now if it comes in time. */
    private List<BrandVersion> read(BrandVersion current) {
        var found = new ArrayList<BrandVersion>();
        var started = System.nanoTime();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(LOG));
            consumer.seekToBeginning(List.of(LOG));
            var brands = consumer.endOffsets(brands(consumer));
            boolean isComplete;
            do {
                var isFollowed = !isBehind(consumer, brands);
                var end = consumer.endOffsets(List.of(LOG)).getOrDefault(LOG, 0L);
                do {
                    for (var row : consumer.poll(POLL)) {
                        var version = current.brand().equals(row.key()) ? decode(row.value()) : null;
                        if (version != null && Objects.equals(version.since(), current.since())) {
                            add(version, found);
                        }
                    }
                } while (consumer.position(LOG) < end);
                isComplete = isFollowed && upTo(current, found);
            } while (!isComplete && System.nanoTime() - started < PATIENCE_NANOS);
        } catch (KafkaException e) {
            throw new ComeBack(503, Duration.ofSeconds(5), "Kafka does not answer; try again");
        }
        return found;
    }

    private static List<TopicPartition> brands(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(Topics.BRANDS.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    /** Whether the writer has changes of brands before it: the newest version may equal an older one, so finding it proves nothing. */
    private static boolean isBehind(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> brands) {
        var followed = consumer.committed(brands.keySet());
        return brands.entrySet().stream().anyMatch(end -> {
            var until = followed.get(end.getKey());
            return end.getValue() > 0 && (until == null || until.offset() < end.getValue());
        });
    }

    private static boolean upTo(BrandVersion current, List<BrandVersion> found) {
        return !found.isEmpty() && found.get(found.size() - 1).matchesLike(current);
    }

    private static void add(BrandVersion version, List<BrandVersion> found) {
        if (!upTo(version, found)) {
            found.add(version);
        }
    }

    private static @Nullable BrandVersion decode(byte[] bytes) {
        try {
            return Topics.BRAND_VERSIONS.valueSerde().deserializer().deserialize(LOG.topic(), bytes);
        } catch (KafkaException e) {
            return null;
        }
    }
}
