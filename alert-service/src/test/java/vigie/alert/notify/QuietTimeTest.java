package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import vigie.model.AlertRule;

class QuietTimeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final AlertRule.QuietHours NIGHT = new AlertRule.QuietHours("22:00", "07:00", null, null);
    private static final AlertRule.QuietHours LUNCH = new AlertRule.QuietHours("12:00", "13:30", null, null);

    @Test
    void whatHappensAtNightIsToldInTheMorning() {
        var morning = Instant.parse("2026-01-11T06:00:00Z");
        assertThat(QuietTime.end(NIGHT, PARIS, Instant.parse("2026-01-10T21:30:00Z")))
                .contains(morning);
        assertThat(QuietTime.end(NIGHT, PARIS, Instant.parse("2026-01-11T05:59:59Z")))
                .contains(morning);
        assertThat(QuietTime.end(NIGHT, PARIS, morning)).isEmpty();
        assertThat(QuietTime.end(NIGHT, PARIS, Instant.parse("2026-01-11T20:59:00Z")))
                .isEmpty();
    }

    @Test
    void quietHoursOfTheDayEndTheSameDay() {
        var end = Instant.parse("2026-07-10T11:30:00Z");
        assertThat(QuietTime.end(LUNCH, PARIS, Instant.parse("2026-07-10T10:00:00Z")))
                .contains(end);
        assertThat(QuietTime.end(LUNCH, PARIS, Instant.parse("2026-07-10T09:59:59Z")))
                .isEmpty();
        assertThat(QuietTime.end(LUNCH, PARIS, end)).isEmpty();
    }

    @Test
    void theHourThatIsSkippedInSpringDoesNotMoveTheEnd() {
        assertThat(QuietTime.end(NIGHT, PARIS, Instant.parse("2026-03-28T23:30:00Z")))
                .contains(Instant.parse("2026-03-29T05:00:00Z"));
    }
}
