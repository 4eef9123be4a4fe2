package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
    private final Repeats repeats;
    private final BooleanSupplier setUp;
    private final Clock clock;

    /** @param setUp whether receivers and consents are known */
    AlertListener(Stage stages, Ledger ledger, Outgoing outgoing, Repeats repeats, BooleanSupplier setUp, Clock clock) {
        this.setUp = setUp;
        this.stages = stages;
        this.ledger = ledger;
        this.outgoing = outgoing;
        this.repeats = repeats;
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
            repeats.stop(alert);
            tell(alert, stages.apply(Telling.of(alert)).toList());
        }
    }

    private void tell(Alert alert, List<Telling> tellings) {
        var now = clock.instant();
        var notMeant = tellings.stream()
                .filter(t -> Telling.NOT_MEANT.equals(t.held()))
                .toList();
        tellings.stream().filter(t -> !Telling.NOT_MEANT.equals(t.held())).forEach(t -> ledger.write(Rows.of(t, now)));
        var others = Rows.others(alert, notMeant, now);
        if (!notMeant.isEmpty() && !ledger.knows(others.id())) {
            ledger.write(others);
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        catchUp(consumer);
        int count = consumer.partitionsFor(Topics.ALERTS.name()).size();
        var mine = new HashSet<Integer>();
        consumer.assignment().forEach(p -> mine.add(p.partition()));
        forgetOld();
        outgoing.takeCharge(brand -> mine.contains(partition(brand, count)));
    }

    /** Whoever had these alerts before may have told somebody a moment ago. */
    private void catchUp(Consumer<?, ?> consumer) {
        var end = consumer.endOffsets(List.of(LEDGER)).getOrDefault(LEDGER, 0L);
        var limit = System.nanoTime() + CATCH_UP.toNanos();
        while (!ledger.reached(end) || !setUp.getAsBoolean()) {
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

    private void forgetOld() {
        var oldest = clock.instant().minus(KEEP);
        ledger.all().stream()
                .filter(row -> !row.outcome().equals(Ledger.PENDING) && row.at().isBefore(oldest))
                .forEach(ledger::forget);
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
