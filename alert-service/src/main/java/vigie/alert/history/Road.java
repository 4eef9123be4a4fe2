package vigie.alert.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** The natural path of a post from its topic to the index, and how far along it everything written until now has come. */
final class Road implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
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
        return consumer.endOffsets(consumer.partitionsFor(topic.name()).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList());
    }

    private boolean reached(Stage stage, Map<TopicPartition, Long> target) {
        var committed = committed(stage.group());
        var starts = consumer.beginningOffsets(target.keySet());
        for (var end : target.entrySet()) {
            var partition = end.getKey();
            var from = Math.max(committed.getOrDefault(partition, 0L), starts.getOrDefault(partition, 0L));
            if (from < end.getValue() && holdsAny(partition, from, end.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Ends of transactions take up offsets that no reader ever commits. */
    private boolean holdsAny(TopicPartition partition, long from, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        var rows = consumer.poll(POLL).records(partition);
        return rows.isEmpty() ? consumer.position(partition) < end : rows.get(0).offset() < end;
    }

    private Map<TopicPartition, Long> committed(String group) {
        try {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, at) -> {
                        if (at != null) {
                            offsets.put(partition, at.offset());
                        }
                    });
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the offsets of " + group + " are not to be had", e);
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
