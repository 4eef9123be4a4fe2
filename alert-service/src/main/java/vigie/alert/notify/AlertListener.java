package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListener;
import vigie.model.Alert;
import vigie.model.Notification;
import vigie.topic.Topics;

/**
 * Reads alerts and writes down whom to tell before it moves on: what is written down is sent even if this process dies now. The
 * instance that reads a brand's alerts is the one that sends for it.
 */
final class AlertListener implements MessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(AlertListener.class);

    /** The outcome of an alert told so long ago is of no use to anybody; the audit log has it. */
    private static final Duration KEEP = Duration.ofDays(90);

    private static final TopicPartition LEDGER = new TopicPartition(Topics.NOTIFICATIONS.name(), 0);
    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    private final Stage stages;
    private final Ledger ledger;
    private final Outgoing outgoing;
    private final Clock clock;

    AlertListener(Stage stages, Ledger ledger, Outgoing outgoing, Clock clock) {
        this.stages = stages;
        this.ledger = ledger;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> row) {
        Alert alert;
        try {
            alert = Topics.ALERTS.valueSerde().deserializer().deserialize(row.topic(), row.value());
        } catch (KafkaException e) {
            // only our own detectors write here, and they validate; nothing to tell anybody
            log.error("an alert at {}-{}@{} is unreadable", row.topic(), row.partition(), row.offset());
            return;
        }
        if (alert != null) {
            stages.apply(Telling.of(alert)).toList().forEach(this::tell);
        }
    }

    private void tell(Telling telling) {
        var held = telling.held();
        var receiver = telling.routed();
        var alert = telling.alert();
        var notification = new Notification(
                telling.id(),
                alert.id(),
                alert.brand(),
                receiver.id(),
                receiver.channel(),
                alert.event(),
                held == null ? Ledger.PENDING : held,
                telling.reason(),
                0,
                clock.instant(),
                held == null ? alert : null);
        ledger.write(notification);
        if (held == null) {
            outgoing.take(notification);
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        catchUp(consumer);
        int count = consumer.partitionsFor(Topics.ALERTS.name()).size();
        var mine = consumer.assignment().stream().map(TopicPartition::partition).toList();
        for (var notification : ledger.all()) {
            if (mine.contains(partition(notification.brand(), count))) {
                resume(notification);
            }
        }
    }

    /** Whoever had these alerts before may have told somebody a moment ago. */
    private void catchUp(Consumer<?, ?> consumer) {
        var end = consumer.endOffsets(List.of(LEDGER)).getOrDefault(LEDGER, 0L);
        var limit = System.nanoTime() + CATCH_UP.toNanos();
        while (!ledger.reached(end)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("what was told before cannot be read");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private void resume(Notification notification) {
        if (notification.outcome().equals(Ledger.PENDING) && notification.alert() != null) {
            outgoing.take(notification);
        } else if (notification.at().isBefore(clock.instant().minus(KEEP))) {
            ledger.forget(notification);
        }
    }

    /** Where the producers' default puts a key. */
    private static int partition(String brand, int count) {
        return Utils.toPositive(Utils.murmur2(Utils.utf8(brand))) % count;
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        outgoing.letGo();
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        outgoing.letGo();
    }
}
