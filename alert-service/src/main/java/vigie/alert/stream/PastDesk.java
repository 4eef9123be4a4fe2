package vigie.alert.stream;

import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.Record;
import vigie.model.RuleHistory;

/** Hears what the index knows of the time before a rule; questions pass by on their way to it. */
final class PastDesk extends AlertProcessor<RuleHistory> {

    PastDesk(LongSupplier setupChanges) {
        super(setupChanges);
    }

    @Override
    void process(Record<String, RuleHistory> row, AlertState state, long now) {
        if (!row.value().asks()) {
            state.lookback().told(row.value(), state.brands(), now);
        }
    }
}
