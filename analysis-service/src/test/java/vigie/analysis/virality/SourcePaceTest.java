package vigie.analysis.virality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourcePaceTest {

    @Test
    void theRunningQuantileFollowsTheTrueOne() {
        var random = new Random(7);
        var p95 = Quantile.of(0.95);
        var median = Quantile.of(0.5);
        for (int i = 0; i < 20_000; i++) {
            var x = -Math.log(1 - random.nextDouble());
            p95 = p95.plus(x);
            median = median.plus(x);
        }
        assertThat(p95.value(0)).isCloseTo(-Math.log(0.05), within(0.15));
        assertThat(median.value(0)).isCloseTo(Math.log(2), within(0.03));
    }

    @Test
    void aFewValuesAreExact() {
        var median = Quantile.of(0.5).plus(9).plus(1).plus(5);
        assertThat(median.value(0)).isEqualTo(5);
        assertThat(median.plus(7).plus(2).value(0)).isEqualTo(5);
        assertThat(Quantile.of(0.5).value(42)).isEqualTo(42);
    }

    @Test
    void equalValuesStayThatValue() {
        var q = Quantile.of(0.95);
        for (int i = 0; i < 1000; i++) {
            q = q.plus(3);
        }
        assertThat(q.value(0)).isEqualTo(3);
    }

    @Test
    void whatIsNotANumberIsLeftOut() {
        assertThat(Quantile.of(0.5)
                        .plus(Double.NaN)
                        .plus(Double.POSITIVE_INFINITY)
                        .count())
                .isZero();
    }

    @Test
    void aPlatformIsJudgedByTheDefaultUntilEnoughWasSeen() {
        var settings = ViralitySettings.DEFAULT;
        var pace = SourcePace.NEW;
        assertThat(pace.halfVelocity(settings)).isEqualTo(100);
        for (int i = 0; i < settings.warmAfter(); i++) {
            pace = pace.observed(7, Duration.ofMinutes(30));
        }
        assertThat(pace.halfVelocity(settings)).isCloseTo(7, within(1e-9));
        assertThat(pace.pollInterval()).isEqualTo(Duration.ofMinutes(30));
    }
}
