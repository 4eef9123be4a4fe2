package vigie.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void aRisingHashtagGivesTheWorkedNumbers() {
        double[] hits = {10, 12, 9, 30, 60, 90, 80, 20, 10};
        double[] z = {1.2727, 4.0617, 7.4909, 8.4094};
        double[] scores = {23.46, 57.39, 79.27, 82.90};
        var trend = new Trend(10, 10, 10);
        for (int bin = 0; bin < hits.length; bin++) {
            var step = trend.after(hits[bin]);
            trend = step.trend();
            if (bin >= 3 && bin <= 6) {
                assertThat(step.z()).isCloseTo(z[bin - 3], within(5e-5));
                assertThat(step.score()).isCloseTo(scores[bin - 3], within(5e-3));
            }
        }
    }

    @Test
    void anAlwaysBusyHashtagIsNoNews() {
        var trend = Trend.NEW;
        var step = trend.after(500);
        for (int bin = 0; bin < 20_000; bin++) {
            step = step.trend().after(500);
        }
        assertThat(step.score()).isLessThan(1);
    }

    @Test
    void fallingBelowTheUsualScoresNothing() {
        assertThat(new Trend(50, 50, 50).after(0).score()).isZero();
    }
}
