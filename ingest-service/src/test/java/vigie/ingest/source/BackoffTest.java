package vigie.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsGrowToAnHourAndNoFurther() {
        var random = new Random(1);
        for (int failures = 1; failures < 200; failures++) {
            var wait = Backoff.after(failures, random);
            long full = Math.min(3_600_000L, 5_000L << Math.min(failures - 1, 20));
            assertThat(wait).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
        }
    }

    @Test
    void twoSourcesDoNotMarchInStep() {
        var random = new Random(1);

        assertThat(Backoff.after(5, random)).isNotEqualTo(Backoff.after(5, random));
    }
}
