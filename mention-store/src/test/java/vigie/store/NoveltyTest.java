package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoveltyTest {

    @Test
    void theNumbersAreThoseOfTheFormula() {
        // prior 100 * 12 / 240 = 5; ln(17/123) - ln(5/295) = 2.0988, less 1.96 * sqrt(1/17 + 1/5) = 0.9973
        assertThat(new Novelty(40, 200).score(12, 0)).isCloseTo(1.1015, within(0.001));
    }

    @Test
    void whatIsSaidAsOftenAsBeforeIsNotNew() {
        assertThat(new Novelty(1_000, 10_000).score(50, 500)).isNegative();
        assertThat(new Novelty(1_000, 10_000).score(500, 5_000)).isNegative();
    }

    @Test
    void moreSayingItIsSurerThanFewer() {
        var novelty = new Novelty(1_000, 10_000);
        assertThat(novelty.score(3, 0)).isPositive();
        assertThat(novelty.score(30, 0)).isGreaterThan(novelty.score(3, 0));
        assertThat(novelty.score(30, 0)).isGreaterThan(novelty.score(30, 40));
        assertThat(novelty.score(3, 12)).isNegative();
    }

    @Test
    void whatEverybodySaysIsStillANumber() {
        assertThat(new Novelty(5, 5).score(5, 0)).isFinite();
        assertThat(new Novelty(5, 5).score(5, 5)).isNegative();
    }
}
