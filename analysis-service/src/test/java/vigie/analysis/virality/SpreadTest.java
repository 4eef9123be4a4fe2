package vigie.analysis.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vigie.json.Json;
import vigie.model.EngagementCounts;

class SpreadTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final Growth GROWTH = ViralitySettings.DEFAULT.growthOn("anywhere");

    private record Poll(long at, double counter) {}

    private record Row(
            long at, double n15, double n60, double v15, double v60, double momentum, double further, double score) {}

    @Test
    void polledCountersGiveTheWorkedNumbers() {
        Poll[] polls = {
            new Poll(600, 12),
            new Poll(1200, 40),
            new Poll(1800, 95),
            new Poll(2400, 180),
            new Poll(3000, 240),
            new Poll(3600, 270),
            new Poll(5400, 270),
            new Poll(6000, 268)
        };
        Row[] rows = {
            new Row(600, 8.7585, 11.0533, 72.000, 72.000, 1.0000, 36.858, 37.604),
            new Row(1800, 52.9442, 80.4127, 244.924, 204.369, 1.1975, 242.384, 64.827),
            new Row(2400, 89.2218, 146.3622, 383.537, 300.796, 1.2742, 451.069, 72.462),
            new Row(3600, 67.8986, 179.2886, 276.662, 283.630, 0.9755, 414.993, 67.704),
            new Row(5400, 9.1891, 108.7440, 36.848, 139.977, 0.2685, 70.495, 31.873),
            new Row(6000, 4.7178, 92.0498, 18.895, 113.484, 0.1738, 38.508, 22.112)
        };
        var spread = Spread.startingAt(T0);
        var checked = 0;
        for (var poll : polls) {
            spread = spread.polledEvery(Duration.ofMinutes(10), GROWTH).observe(T0.plusSeconds(poll.at), poll.counter);
            if (checked < rows.length && rows[checked].at == poll.at) {
                check(spread, rows[checked++]);
            }
        }
        assertThat(checked).isEqualTo(rows.length);
    }

    private static void check(Spread spread, Row row) {
        var read = spread.read(T0.plusSeconds(row.at), 100, GROWTH);
        assertThat(spread.nShort()).isCloseTo(row.n15, within(5e-5));
        assertThat(spread.nHour()).isCloseTo(row.n60, within(5e-5));
        assertThat(read.velocity()).isCloseTo(row.v15, within(5e-4));
        assertThat((read.velocity() + 1) / read.momentum() - 1).isCloseTo(row.v60, within(5e-4));
        assertThat(read.momentum()).isCloseTo(row.momentum, within(5e-5));
        assertThat(read.further()).isCloseTo(row.further, within(5e-4));
        assertThat(read.score()).isCloseTo(row.score, within(5e-4));
    }

    @Test
    void aSingleShareGivesTheWorkedNumbers() {
        var now = T0.plusSeconds(10);
        var read = Spread.startingAt(T0).event(now, 1).read(now, 100, GROWTH);
        assertThat(read.velocity()).isCloseTo(14.111, within(5e-4));
        assertThat(read.score()).isCloseTo(6.238, within(5e-4));
    }

    @Test
    void aScoreFallsWhenNothingHappens() {
        var spread = Spread.startingAt(T0).observe(T0.plusSeconds(600), 200);
        assertThat(spread.read(T0.plusSeconds(7200), 100, GROWTH).score())
                .isLessThan(spread.read(T0.plusSeconds(900), 100, GROWTH).score() / 5);
    }

    @Test
    void likesTakenBackBecomeTheNewBase() {
        var spread = Spread.startingAt(T0)
                .observe(T0.plusSeconds(60), 100)
                .observe(T0.plusSeconds(120), 90)
                .observe(T0.plusSeconds(180), 95);
        assertThat(spread.n()).isEqualTo(105);
        assertThat(spread.lastCounter()).isEqualTo(95);
    }

    @Test
    void theSameObservationTwiceIsOne() {
        var once = Spread.startingAt(T0).observe(T0.plusSeconds(600), 12);
        assertThat(once.observe(T0.plusSeconds(600), 12)).isEqualTo(once);
    }

    @Test
    void twoLooksAtTheSameMomentBothCount() {
        var spread = Spread.startingAt(T0).observe(T0, 3).observe(T0, 5);
        assertThat(spread.n()).isEqualTo(5);
        assertThat(spread.nShort()).isEqualTo(5);
    }

    @Test
    void pollingAsOftenAsTheWindowOrMoreLeavesItAlone() {
        var spread = Spread.startingAt(T0).observe(T0.plusSeconds(600), 12);
        assertThat(spread.polledEvery(Duration.ofSeconds(600), GROWTH)).isSameAs(spread);
    }

    @Test
    void slowPollingWidensTheWindowWithoutMovingTheVelocity() {
        var now = T0.plusSeconds(4000);
        var spread = Spread.startingAt(T0).observe(T0.plusSeconds(2000), 40).observe(now, 100);
        var wide = spread.polledEvery(Duration.ofMinutes(30), GROWTH);
        assertThat(wide.window()).isEqualTo(3600);
        assertThat(wide.velocity(now)).isCloseTo(spread.velocity(now), within(1e-9));
        assertThat(wide.velocity(now.plusSeconds(1800))).isGreaterThan(spread.velocity(now.plusSeconds(1800)));
    }

    @Test
    void aFreshBurstOutranksOneThatIsOver() {
        var often = Duration.ofMinutes(2);
        var rising = Spread.startingAt(T0).polledEvery(often, GROWTH);
        var falling = rising;
        for (int minute = 2; minute <= 30; minute += 2) {
            var at = T0.plusSeconds(60L * minute);
            rising = rising.observe(at, minute <= 24 ? minute : 24 + 100 * (minute - 24));
            falling = falling.observe(at, minute <= 14 ? minute : Math.min(2014, 14 + 500 * (minute - 14)));
        }
        var now = T0.plusSeconds(1800);
        assertThat(rising.velocity(now)).isLessThan(falling.velocity(now));
        assertThat(rising.read(now, 100, GROWTH).score())
                .isGreaterThan(falling.read(now, 100, GROWTH).score());
    }

    @Test
    void aFewReactionsInAMinuteHardlyMoveTheScore() {
        var quiet = Spread.startingAt(T0).observe(T0.plusSeconds(1740), 4).observe(T0.plusSeconds(1800), 6);
        var watched = Spread.startingAt(T0)
                .polledEvery(Duration.ofMinutes(1), GROWTH)
                .observe(T0.plusSeconds(1740), 4)
                .observe(T0.plusSeconds(1800), 6);
        var now = T0.plusSeconds(1800);
        assertThat(watched.read(now, 100, GROWTH).score())
                .isCloseTo(quiet.read(now, 100, GROWTH).score(), within(5.0));
    }

    @Test
    void aScoreDoesNotJumpBetweenTwoLooks() {
        var at = T0.plusSeconds(1800);
        var spread = Spread.startingAt(T0)
                .polledEvery(Duration.ofMinutes(2), GROWTH)
                .observe(at.minusSeconds(120), 300)
                .observe(at, 400);
        var falling = spread.read(at, 100, GROWTH).score();
        for (int seconds = 30; seconds <= 600; seconds += 30) {
            var next = spread.read(at.plusSeconds(seconds), 100, GROWTH).score();
            assertThat(next).isBetween(falling - 1.5, falling);
            falling = next;
        }
    }

    @Test
    void whatWasStoredBeforeBurstsWereLookedAtScoresAsItDid() {
        var stored = """
                {"t0":"2026-03-01T10:00:00Z","t":"2026-03-01T10:10:00Z","n":12,"nShort":8.758540,"nHour":11.0533,"lastCounter":12,"window":900}
                """;
        var read = Json.mapper().readValue(stored, Spread.class).read(T0.plusSeconds(600), 100, GROWTH);
        assertThat(read.score()).isCloseTo(37.604, within(5e-4));
    }

    @Test
    void reactionsWeighByHowFarTheyCarry() {
        var weights = EngagementWeights.DEFAULT;
        assertThat(weights.of(new EngagementCounts(10L, 3L, 4L, 2000L))).isCloseTo(2 + 3 + 2 + 2, within(1e-9));
        assertThat(weights.of(EngagementCounts.UNKNOWN)).isZero();
    }
}
