package vigie.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.Alert;

class IncidentMachineTest {

    private static final AlarmBudget BUDGET = new AlarmBudget(14, 5, true);
    private static final double LOUD = Math.log(15);

    private final IncidentMachine machine = new IncidentMachine();
    private long row;

    @Test
    void aCrossingIsToldOnceAndOverAfterAnHourOfCalm() {
        assertThat(after(1, LOUD)).containsExactly(Alert.Event.OPEN);
        assertThat(after(11, 0)).isEmpty();
        assertThat(after(1, 0)).containsExactly(Alert.Event.RESOLVE);
        assertThat(after(20, 0)).isEmpty();
    }

    @Test
    void withinADayOfTheNotificationACrossingJoinsTheIncidentSilently() {
        after(1, LOUD);
        var opened = machine.opened();
        after(100, 0);
        assertThat(after(1, LOUD)).containsExactly(Alert.Event.REOPEN);
        assertThat(machine.opened()).isEqualTo(opened);
    }

    @Test
    void whatStillGoesOnAfterADayIsToldAgain() {
        assertThat(after(300, LOUD)).containsExactly(Alert.Event.OPEN, Alert.Event.STILL);
    }

    @Test
    void afterADayOfSilenceItIsAnotherIncident() {
        after(1, LOUD);
        var first = machine.opened();
        after(400, 0);
        assertThat(after(1, LOUD)).containsExactly(Alert.Event.OPEN);
        assertThat(machine.opened()).isGreaterThan(first);
    }

    @Test
    void aHundredfoldGrowthEscalatesButNotWithinHalfAnHour() {
        after(1, LOUD);
        assertThat(after(5, LOUD + 5)).isEmpty();
        assertThat(after(1, LOUD + 5)).containsExactly(Alert.Event.ESCALATE);
        assertThat(after(20, LOUD + 5)).isEmpty();
    }

    private List<Alert.Event> after(int rows, double z) {
        var events = new ArrayList<Alert.Event>();
        for (int i = 0; i < rows; i++) {
            var event = machine.step(row++, judgement(z), BUDGET);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    private static Judgement judgement(double z) {
        var usual = new NegativeBinomial(1, 0.25);
        var voices = new WindowReading.Voices(List.of(new Voice(usual, z, 0, 1)), 0);
        return new Judgement(Instant.EPOCH, WindowReading.of(Window.HOUR, 10, usual, voices), z, z <= 0, false);
    }
}
