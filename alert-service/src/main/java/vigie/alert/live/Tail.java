package vigie.alert.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vigie.alert.setup.KafkaLoop;
import vigie.model.AnalysedMention;
import vigie.topic.Topics;

/** Follows the topics from their end, all partitions, without a group: every instance hears everything. */
final class Tail extends KafkaLoop {

    /** After the topics exist; stopped before the web server waits for streams to end. */
    private static final int PHASE = DEFAULT_PHASE - 500;

    private final Map<String, Object> config;
    private final Hub hub;
    private final Decoding decoding;
    private final Watch watch;
    private final Positions positions = new Positions();
    private volatile boolean following;

    Tail(Map<String, Object> config, Hub hub, Decoding decoding, Watch watch) {
        super("live", Duration.ofSeconds(2));
        this.config = config;
        this.hub = hub;
        this.decoding = decoding;
        this.watch = watch;
    }

    @Override
    protected void turn() {
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            follow(consumer);
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var partitions = partitions(consumer);
        consumer.assign(partitions);
        for (var p : partitions) {
            var known = positions.get(p);
            if (known == null) {
                consumer.seekToEnd(List.of(p));
                positions.set(p, consumer.position(p));
            } else {
                consumer.seek(p, known);
            }
        }
        hub.moved(positions.copy(), Optional.empty());
        following = true;
        while (isRunning()) {
            consumer.poll(Duration.ofMillis(500)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> row) {
        positions.set(new TopicPartition(row.topic(), row.partition()), row.offset() + 1);
        var now = positions.copy();
        if (!isAwaited(row)) {
            hub.moved(now, Optional.empty());
            return;
        }
        var value = Decoding.value(row);
        value.ifPresent(watch::heard);
        hub.moved(now, value.flatMap(v -> decoding.event(v, now)));
    }

    /** Mentions are many, and mostly nobody looks; they are decoded only for somebody. */
    private boolean isAwaited(ConsumerRecord<String, byte[]> row) {
        return !row.topic().equals(Topics.ANALYSED_MENTIONS.name())
                || row.key() != null && hub.isHeard(row.key())
                || watch.awaits(AnalysedMention.class);
    }

    static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return Positions.FOLLOWED.values().stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    /** Whether it hears everything that is written from now on. */
    boolean following() {
        return following;
    }

    @Override
    public void stop() {
        hub.close();
        super.stop();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
