package vigie.alert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        var found = walked(spike(), recording(60), 14);
        assertThat(found.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.openedAt().getEpochSecond() / 300).isBetween(FIRST + CRISIS, FIRST + CRISIS + 2);
            assertThat(incident.resolvedAt()).isNotNull();
            assertThat(incident.told())
                    .isPositive()
                    .isEqualTo(incident.tellings().size());
            assertThat(incident.tellings().get(0)).isEqualTo(incident.openedAt().plusSeconds(300));
            assertThat(incident.observed()).isGreaterThanOrEqualTo(60);
            assertThat(incident.silentBelow()).isLessThan(incident.observed());
            assertThat(incident.summary()).containsOnlyKeys("en", "fr");
        });
        assertThat(walked(spike(), recording(0), 14).incidents()).isEmpty();
    }

    @Test
    void aThresholdThatOrdinaryDaysReachIsCalledOrdinary() {
        var found = walked(threshold(14), recording(60), 14).incidents();
        assertThat(found).hasSizeGreaterThan(3);
        assertThat(found).filteredOn(incident -> !incident.ordinary()).hasSize(1);
    }

    @Test
    void whatOpenedBeforeThePeriodOnlyTeaches() {
        assertThat(walked(spike(), recording(60), 26).incidents()).isEmpty();
    }

    @Test
    void silenceBeforeTheFirstMentionTeachesNothing() {
        var late = new long[60 * 288];
        System.arraycopy(counts(0), 0, late, 30 * 288, 30 * 288);
        var found = walked(spike(), new Recording(FIRST, late, new long[late.length]), 10);
        assertThat(found.incidents())
                .as("a brand that is followed from now on has no crisis")
                .isEmpty();
        assertThat(found.line().get(0).t().getEpochSecond()).isGreaterThan((FIRST + 30 * 288) * 300);
    }

    @Test
    void theLineShowsEveryHourBesideWhatWasExpected() {
        var line = walked(spike(), recording(60), 14).line();
        assertThat(line).hasSize(16 * 24);
        assertThat(line.stream().mapToLong(Point::observed).max().orElseThrow()).isGreaterThanOrEqualTo(240);
        var mean = line.stream().mapToLong(Point::observed).average().orElseThrow();
        assertThat(line.get(100).expected()).isNotNull();
        assertThat(line.get(100).expected()).isCloseTo(mean, within(3.0));
        assertThat(line.get(100).limit()).isNull();
    }

    @Test
    void theLineOfAThresholdShowsWhereItIsAndTheMomentsThatReachIt() {
        var walked = walked(threshold(14), recording(60), 14);
        assertThat(walked.window()).isEqualTo("3h");
        assertThat(walked.line()).allSatisfy(point -> {
            assertThat(point.limit()).isEqualTo(24);
            assertThat(point.expected()).isNull();
        });
        var told = walked.incidents().get(0).tellings().get(0);
        assertThat(walked.line())
                .anyMatch(point -> point.observed() >= 24 && !point.t().isBefore(told));
    }

    private static Outcome walked(AlertRule rule, Recording recording, int fromDay) {
        return Backtest.run(rule, ZoneOffset.UTC, recording, FIRST + fromDay * 288L, new Pace(12, "1h"));
    }

    private static Recording recording(int crisis) {
        var mentions = counts(crisis);
        return new Recording(FIRST, mentions, new long[mentions.length]);
    }

    /** About six an hour, and a crisis of so many in each of four buckets. */
    private static long[] counts(int crisis) {
        var dice = new Random(7);
        var mentions = new long[DAYS * 288];
        for (int i = 0; i < mentions.length; i++) {
            mentions[i] = dice.nextInt(2);
        }
        for (int i = CRISIS; i < CRISIS + 4; i++) {
            mentions[i] += crisis;
        }
        return mentions;
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
