package vigie.alert.history;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** The natural path of a post from its topic to the index, and how far along it everything written until now has come. */
final class Road implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS = 5;
    private static final long LIMIT_SECONDS = 10;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Stage> stages;

    /** A topic and who reads it. */
    private record Stage(Topic<?> topic, String group) {}

    Road(Map<String, Object> adminConfig, Map<String, Object> consumerConfig, HistorySettings settings) {
        admin = Admin.create(adminConfig);
        var config = new HashMap<>(consumerConfig);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        // a fetch that waits at the end of one partition would hold up the look at another
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 64 << 10);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        stages = List.of(
                new Stage(Topics.POSTS, settings.matchingGroup()),
                new Stage(Topics.MENTIONS, settings.analysisGroup()),
                new Stage(Topics.ANALYSED_MENTIONS, settings.indexGroup() + "-mentions"),
                new Stage(Topics.POSTS, settings.indexGroup() + "-posts"));
    }

    /** Begins to wait for all that is written by now. */
    Walk walk() {
        return new Walk();
    }

    /** The way of what was there at a moment, stage after stage. One thread. */
    final class Walk {

        private int at;
        private @Nullable Map<TopicPartition, Long> until;

        /** Looks how far it is; the group that is behind, or null at the end. */
        @Nullable
        String waitsFor() {
            while (at < stages.size()) {
                var stage = stages.get(at);
                var target = until == null ? ends(stage.topic()) : until;
                until = target;
                if (!reached(stage, target)) {
                    return stage.group();
                }
                until = null;
                at++;
            }
            return null;
        }
    }

    private Map<TopicPartition, Long> ends(Topic<?> topic) {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        return offsets(partitions, OffsetSpec.latest());
    }

    private boolean reached(Stage stage, Map<TopicPartition, Long> target) {
        var committed = committed(stage.group());
        var starts = offsets(target.keySet(), OffsetSpec.earliest());
        var behind = new HashMap<TopicPartition, Long>();
        target.forEach((partition, end) -> {
            var from = Math.max(committed.getOrDefault(partition, 0L), starts.getOrDefault(partition, 0L));
            if (from < end) {
                behind.put(partition, from);
            }
        });
        return behind.isEmpty() || !holdAny(behind, target);
    }

    /** Ends of transactions take up offsets that no reader ever commits, so a distance alone says nothing. */
    private boolean holdAny(Map<TopicPartition, Long> from, Map<TopicPartition, Long> target) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        for (int i = 0; i < POLLS; i++) {
            for (var row : consumer.poll(POLL)) {
                if (row.offset() < target.getOrDefault(new TopicPartition(row.topic(), row.partition()), 0L)) {
                    return true;
                }
            }
            if (from.keySet().stream().allMatch(p -> consumer.position(p) >= target.getOrDefault(p, 0L))) {
                return false;
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        var asked = partitions.stream().collect(Collectors.toMap(p -> p, p -> which));
        var offsets = new HashMap<TopicPartition, Long>();
        asked(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private Map<TopicPartition, Long> committed(String group) {
        var offsets = new HashMap<TopicPartition, Long>();
        asked(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, at) -> {
                    if (at != null) {
                        offsets.put(partition, at.offset());
                    }
                });
        return offsets;
    }

    private static <T> T asked(KafkaFuture<T> answer) {
        try {
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("how far the readers are is not to be had", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(2));
    }
}
