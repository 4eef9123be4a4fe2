package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaceTest {

    @ParameterizedTest
    @EnumSource(Delivery.Trouble.class)
    void pausesGrowUpToFiveMinutesAndNeverBeyondAQuarter(Delivery.Trouble trouble) {
        var retry = new Delivery.Retry(trouble, "", null);
        var first = Pace.pause(retry, 1);
        assertThat(Pace.pause(retry, 4)).isGreaterThan(first.multipliedBy(4));
        IntStream.of(12, 20, 1_000)
                .mapToObj(attempts -> Pace.pause(retry, attempts))
                .forEach(pause -> assertThat(pause).isBetween(Duration.ofSeconds(225), Duration.ofSeconds(375)));
    }

    @Test
    void whoAsksForPatienceGetsItAndWhoIsAwayIsAskedAgainSoon() {
        var asked = new Delivery.Retry(Delivery.Trouble.BUSY, "answered 429", Duration.ofMinutes(20));
        assertThat(Pace.pause(asked, 1)).isEqualTo(Duration.ofMinutes(20));
        var away = new Delivery.Retry(Delivery.Trouble.AWAY, "", null);
        assertThat(Pace.pause(away, 1)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void thoseThatFailedTogetherDoNotComeBackTogether() {
        var retry = new Delivery.Retry(Delivery.Trouble.HANGING, "", null);
        var pauses = new HashSet<Duration>();
        IntStream.range(0, 50).forEach(i -> pauses.add(Pace.pause(retry, 3)));
        assertThat(pauses).hasSizeGreaterThan(10);
    }
}
