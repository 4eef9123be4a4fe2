package vigie.alert.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.AlertRule;

class BacktestTest {

    private static final long FIRST = 5_800_000L / 288 * 288;
    private static final int DAYS = 30;
    private static final int CRISIS = 25 * 288;

    @Test
    void theCrisisIsFoundOnceWithItsReasonAndQuietDaysAreNot() {
        var found = Backtest.run(spike(), ZoneOffset.UTC, recording(60), FIRST + 14 * 288);
        assertThat(found).singleElement().satisfies(incident -> {
            assertThat(incident.openedAt().getEpochSecond() / 300).isBetween(FIRST + CRISIS, FIRST + CRISIS + 2);
            assertThat(incident.resolvedAt()).isNotNull();
            assertThat(incident.told()).isPositive();
            assertThat(incident.observed()).isGreaterThanOrEqualTo(60);
            assertThat(incident.silentBelow()).isLessThan(incident.observed());
            assertThat(incident.summary()).containsOnlyKeys("en", "fr");
        });
        assertThat(Backtest.run(spike(), ZoneOffset.UTC, recording(0), FIRST + 14 * 288))
                .isEmpty();
    }

    @Test
    void aThresholdThatOrdinaryDaysReachIsCalledOrdinary() {
        var found = Backtest.run(threshold(14), ZoneOffset.UTC, recording(60), FIRST + 14 * 288);
        assertThat(found).hasSizeGreaterThan(3);
        assertThat(found).filteredOn(incident -> !incident.ordinary()).hasSize(1);
    }

    @Test
    void whatOpenedBeforeThePeriodOnlyTeaches() {
        assertThat(Backtest.run(spike(), ZoneOffset.UTC, recording(60), FIRST + CRISIS + 288))
                .isEmpty();
    }

    /** About six an hour, and a crisis of so many in each of four buckets. */
    private static Recording recording(int crisis) {
        var dice = new Random(7);
        var mentions = new long[DAYS * 288];
        for (int i = 0; i < mentions.length; i++) {
            mentions[i] = dice.nextInt(2);
        }
        for (int i = CRISIS; i < CRISIS + 4; i++) {
            mentions[i] += crisis;
        }
        return new Recording(FIRST, mentions, new long[mentions.length]);
    }

    private static AlertRule spike() {
        return AlertRule.defaultFor("b", "volume-spike", "mentions");
    }

    private static AlertRule threshold(double count) {
        return new AlertRule(
                "b.r",
                "b",
                "r",
                "threshold",
                "mentions",
                14,
                5,
                null,
                true,
                1,
                null,
                "3h",
                count + 10,
                List.of(),
                null,
                null);
    }
}
