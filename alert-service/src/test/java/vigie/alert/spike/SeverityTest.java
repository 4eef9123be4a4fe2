package vigie.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.AlertRule;

class SeverityTest {

    private static final AlertRule NEGATIVE = AlertRule.defaultFor("b", "negative-spike", "negative");
    private static final AlertRule ALL = AlertRule.defaultFor("b", "volume-spike", "mentions");

    @Test
    void theSeverityIsTheSumOfWhatItSays() {
        assertThat(Severity.of(judgement(400, 50), NEGATIVE)).isEqualTo(3);
        assertThat(Severity.reasons(judgement(400, 50), NEGATIVE))
                .containsEntry("en", "Severity 3: reached less than once in a year (+2), negative mentions (+1).")
                .containsEntry("fr", "Gravité 3 : atteint moins d’une fois en un an (+2), mentions négatives (+1).");
        assertThat(Severity.of(judgement(20, 50), ALL)).isZero();
        assertThat(Severity.reasons(judgement(20, 50), ALL).get("en"))
                .isEqualTo("Severity 0: reached more than once in 30 days.");
    }

    @Test
    void fewMentionsAreNoCrisisHoweverRare() {
        assertThat(Severity.of(judgement(9_999, 19), NEGATIVE)).isEqualTo(3);
        assertThat(Severity.reasons(judgement(9_999, 19), NEGATIVE).get("en")).contains("at most 3 below 20 mentions");
        assertThat(Severity.of(judgement(9_999, 20), NEGATIVE)).isEqualTo(4);
    }

    private static Judgement judgement(double days, long seen) {
        var voice = new Voice(new NegativeBinomial(4, 0.2), 5, 2, 0.5);
        var voices = new WindowReading.Voices(List.of(voice), 0);
        var window = new WindowReading(Window.HOUR, seen, 4, 3, Math.log(days), 5, voices);
        return new Judgement(Instant.EPOCH, window, Math.log(days), false, false);
    }
}
