package vigie.alert.spike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

    @Test
    void theTailIsTheSumOfItsTerms() {
        var counts = new NegativeBinomial(4.5, 0.3);
        for (int count = 1; count < 60; count++) {
            double tail = 0;
            for (int k = count; k < 600; k++) {
                tail += Math.exp(counts.logLikelihood(k));
            }
            assertThat(counts.surprise(count)).isCloseTo(-Math.log10(tail), within(1e-9));
        }
    }

    @Test
    void aCrisisBeyondTheSmallestDoubleStillHasASurprise() {
        assertThat(new NegativeBinomial(5, 0.02).surprise(100_000))
                .isGreaterThan(1_000)
                .isFinite();
        assertThat(new NegativeBinomial(5, 0.02).surprise(200_000))
                .isGreaterThan(new NegativeBinomial(5, 0.02).surprise(100_000));
    }

    @Test
    void atLeastNothingIsCertain() {
        assertThat(new NegativeBinomial(5, 0.2).surprise(0)).isZero();
    }
}
