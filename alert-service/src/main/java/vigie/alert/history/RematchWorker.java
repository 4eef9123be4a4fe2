package vigie.alert.history;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.alert.setup.KafkaLoop;
import vigie.alert.setup.Setup;
import vigie.door.ComeBack;
import vigie.model.RematchRequest;
import vigie.model.RematchStatus.State;
import vigie.store.RefusedRequest;
import vigie.store.StoreUnavailable;
import vigie.topic.Topics;

/**
 * Does what was asked for, in one of the instances: the one that is given the only partition of the requests. Should two believe so
 * for a moment, both send the same posts, and the second time changes nothing.
 *
 * <p>It rests after a page it sent, so that what arrives now is never long behind what is looked at again.
 */
final class RematchWorker extends KafkaLoop {

    private static final Logger log = LoggerFactory.getLogger(RematchWorker.class);
    private static final Duration IDLE = Duration.ofMillis(200);

    private final Map<String, Object> consumerConfig;
    private final Setup setup;
    private final Rematches rematches;
    private final Rematcher rematcher;

    RematchWorker(Map<String, Object> consumerConfig, Setup setup, Rematches rematches, Rematcher rematcher) {
        super("rematch", Duration.ofSeconds(5));
        this.consumerConfig = consumerConfig;
        this.setup = setup;
        this.rematches = rematches;
        this.rematcher = rematcher;
    }

    @Override
    protected void turn() {
        try (var turn = new KafkaConsumer<>(consumerConfig, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            turn.subscribe(List.of(Topics.REMATCH_REQUESTS.name()));
            var rest = IDLE;
            while (isRunning()) {
                // the table holds the requests; this only keeps the turn
                turn.poll(rest);
                boolean ours = !turn.assignment().isEmpty() && setup.ready() && rematches.ready();
                rest = ours ? steps(rematches.unfinished()) : IDLE;
            }
        }
    }

    /** One step of each; returns how long to rest. */
    private Duration steps(List<RematchRequest> requests) {
        return requests.stream().map(this::step).max(Comparator.naturalOrder()).orElse(IDLE);
    }

    private Duration step(RematchRequest request) {
        try {
            return rematcher.step(request);
        } catch (StoreUnavailable e) {
            rematcher.waits(rematches.status(request), "waits for the search index, which does not answer");
            pause();
            return IDLE;
        } catch (RefusedRequest e) {
            return rematcher.end(rematches.status(request), State.FAILED, e.field() + " " + e.getMessage());
        } catch (KafkaException | ComeBack e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("re-match of {} cannot go on", request.brand(), e);
            return rematcher.end(rematches.status(request), State.FAILED, "something went wrong; it is in the log");
        }
    }
}
