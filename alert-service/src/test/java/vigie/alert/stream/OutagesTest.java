package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.SourceStatus;

class OutagesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void mostIsWhatBringsMoreThanHalfOfThePosts() {
        var small = status("small", "down", 100, 2);
        var large = status("large", "up", 900, 0);
        assertThat(Outages.since(List.of(small, large), NOW)).isEmpty();
        assertThat(Outages.since(List.of(status("small", "up", 100, 0), status("large", "down", 900, 2)), NOW))
                .isPresent();
        assertThat(Outages.since(List.of(), NOW)).isEmpty();
    }

    @Test
    void aSourceThatSaysNothingMoreIsDownSinceItWasLastHeard() {
        assertThat(Outages.since(List.of(status("feed", "up", 10, 30)), NOW))
                .contains(NOW.minus(Duration.ofMinutes(30)));
        assertThat(Outages.since(List.of(status("feed", "up", 10, 1)), NOW)).isEmpty();
    }

    @Test
    void oneFailedAttemptIsNoOutageAndADeadSourceIsNotAwaitedForEver() {
        assertThat(Outages.since(List.of(status("feed", "down", 10, 1)), NOW)).isEmpty();
        assertThat(Outages.since(List.of(status("feed", "down", 10, 25 * 60)), NOW))
                .isEmpty();
    }

    @Test
    void nobodyPushingIsNotAnOutage() {
        assertThat(Outages.since(List.of(status("push", "up", 10, 300)), NOW)).isEmpty();
    }

    private static SourceStatus status(String id, String state, long posts, int minutesAgo) {
        var at = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new SourceStatus(id, "1", state, at, null, posts, 0, null, at);
    }
}
