package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the tables of exact Poisson limits (Garwood 1936; Ulm, American Journal of Epidemiology 131, 1990). */
class RateRangeTest {

    @Test
    void theLimitsAreThoseOfTheTables() {
        assertThat(RateRange.of(0, 1).low()).isZero();
        assertThat(RateRange.of(0, 1).high()).isCloseTo(3.689, within(0.001));
        assertThat(RateRange.of(3, 1).low()).isCloseTo(0.619, within(0.001));
        assertThat(RateRange.of(3, 1).high()).isCloseTo(8.767, within(0.001));
        assertThat(RateRange.of(100, 1).low()).isCloseTo(81.364, within(0.01));
        assertThat(RateRange.of(100, 1).high()).isCloseTo(121.627, within(0.01));
    }

    @Test
    void aRateIsPerWhatIsAskedFor() {
        assertThat(RateRange.of(3, 0.5).high()).isCloseTo(8.767 / 2, within(0.001));
    }
}
