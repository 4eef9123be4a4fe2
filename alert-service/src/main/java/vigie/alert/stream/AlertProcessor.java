package vigie.alert.stream;

import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vigie.model.Alert;
import vigie.model.RuleHistory;

/** Gives a processor the state of its task, with the brands and rules of the moment. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
abstract class AlertProcessor<V> implements Processor<String, V, String, Object> {

    private final LongSupplier setupChanges;
    private ProcessorContext<String, Object> context;
    private AlertState state;

    /** @param setupChanges how often a brand or rule has changed */
    AlertProcessor(LongSupplier setupChanges) {
        this.setupChanges = setupChanges;
    }

    @Override
    public final void init(ProcessorContext<String, Object> task) {
        context = task;
        state = AlertState.of(task, this::say, this::ask, setupChanges);
        opened(task, state(task.currentSystemTimeMs()));
    }

    @Override
    public final void process(Record<String, V> row) {
        if (row.value() != null) {
            var now = context.currentSystemTimeMs();
            process(row, state(now), now);
        }
    }

    final AlertState state(long now) {
        state.watchlist().refresh(now);
        return state;
    }

    void opened(ProcessorContext<String, Object> task, AlertState ready) {}

    /** @param now the wall clock (ms) */
    abstract void process(Record<String, V> row, AlertState ready, long now);

    final void say(Alert alert) {
        forward(alert.brand(), alert, AlertTopology.ALERT_SINK);
    }

    private void ask(RuleHistory question) {
        forward(question.brand(), question, AlertTopology.HISTORY_SINK);
    }

    private void forward(String brand, Object what, String sink) {
        context.forward(new Record<>(brand, what, context.currentSystemTimeMs()), sink);
        // counts may wait for the next regular end of a transaction, what somebody waits for may not
        context.commit();
    }
}
