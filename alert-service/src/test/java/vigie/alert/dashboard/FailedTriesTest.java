package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FailedTriesTest {

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final FailedTries tries = new FailedTries(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void afterFiveFailuresAnAddressWaitsOutTheMinute() {
        fail("10.0.0.1", 5);
        assertThat(tries.wait("10.0.0.1")).isEqualTo(Duration.ofMinutes(1));
        now = now.plusSeconds(61);
        assertThat(tries.wait("10.0.0.1")).isZero();
    }

    @Test
    void anotherAddressIsNotPunished() {
        fail("10.0.0.1", 50);
        assertThat(tries.wait("10.0.0.2")).isZero();
    }

    @Test
    void oneMoreFailureAfterTheMinuteStartsANewCount() {
        fail("10.0.0.1", 5);
        now = now.plusSeconds(61);
        fail("10.0.0.1", 1);
        assertThat(tries.wait("10.0.0.1")).isZero();
    }

    @Test
    void manyAddressesDoNotFillTheMemory() {
        fail("first", 5);
        for (int i = 0; i < 10_000; i++) {
            fail("address " + i, 1);
        }
        assertThat(tries.wait("first")).isZero();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            tries.count(address);
        }
    }
}
