package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeardTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int DAYS = 20;

    @Test
    void silentNightsAndTheTimeBeforeTheFirstMentionAreNoGaps() {
        var heard = new Heard(START, hours());
        assertThat(heard.since()).contains(at(5 * 24 + 7));
        assertThat(heard.gapsAfter(START)).isEmpty();
    }

    @Test
    void aSilentDayIsAGapWithWhatWasToBeExpected() {
        var hours = hours();
        for (int hour = 12 * 24 + 9; hour < 13 * 24 + 9; hour++) {
            hours[hour] = 0;
        }
        var heard = new Heard(START, hours);
        assertThat(heard.gapsAfter(START)).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(at(12 * 24 + 9));
            assertThat(gap.to()).isEqualTo(at(13 * 24 + 9));
            assertThat(gap.expected()).isBetween(60L, 68L);
        });
        assertThat(heard.gapsAfter(at(14 * 24))).as("one that was over before").isEmpty();
    }

    @Test
    void whereNothingWasEverHeardThereIsNoBeginning() {
        var heard = new Heard(START, new long[48]);
        assertThat(heard.since()).isEmpty();
        assertThat(heard.gapsAfter(START)).isEmpty();
    }

    /** Four an hour from seven in the morning until midnight, from the sixth day on. */
    private static long[] hours() {
        var hours = new long[DAYS * 24];
        for (int hour = 5 * 24; hour < hours.length; hour++) {
            hours[hour] = hour % 24 >= 7 ? 4 : 0;
        }
        return hours;
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
