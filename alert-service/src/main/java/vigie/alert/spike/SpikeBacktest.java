package vigie.alert.spike;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * The detector over recorded counts, to see what a budget would have meant: one row is one step, hours are UTC, gaps are not filled,
 * escalations are off.
 */
public final class SpikeBacktest {

    private static final int MIN_COUNT = 5;

    private final SpikeDetector detector;
    private final IncidentMachine machine = new IncidentMachine();
    private final AlarmBudget budget;
    private long row;

    public SpikeBacktest(double budgetDays, Seasonality seasonality) {
        detector = new SpikeDetector(seasonality, ZoneOffset.UTC);
        budget = new AlarmBudget(budgetDays, MIN_COUNT, false);
    }

    /** The next row of the recording. */
    public Row next(Instant at, long count) {
        var judgement = detector.step(at, count).judge(MIN_COUNT);
        return new Row(judgement, machine.step(row++, judgement, budget));
    }

    /**
     * What a row says.
     *
     * @param event absent when nothing changes
     */
    public record Row(Judgement judgement, Alert.@Nullable Event event) {

        /** Whether somebody would have been told. */
        public boolean notified() {
            return event == Alert.Event.OPEN || event == Alert.Event.STILL;
        }

        public double z() {
            return judgement.z();
        }

        public double expected() {
            return judgement.window().expected();
        }

        public double sd() {
            return judgement.window().sd();
        }

        /** The alert's sentence in English. */
        public String sentence() {
            return Summary.english(judgement, "");
        }
    }
}
