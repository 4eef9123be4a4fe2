package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vigie.model.SourceStatus;

class HearingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aSourceThatIsDownLosesItsPartOfItsPlatformAndOfTheWhole() {
        var hearing = Hearing.of(
                List.of(
                        status("small", "forum", "down", 100, 2),
                        status("large", "forum", "up", 300, 0),
                        status("other", "news", "up", 600, 0)),
                NOW);
        assertThat(hearing.losses()).containsOnlyKeys("forum", Hearing.ALL);
        assertThat(hearing.losses().get("forum")).extracting(Hearing.Loss::part).containsExactly(0.25);
        assertThat(hearing.losses().get(Hearing.ALL))
                .extracting(Hearing.Loss::part)
                .containsExactly(0.1);
    }

    @Test
    void whileNoneHasBroughtAnythingEachSourceOfAPlatformIsAnEqualPart() {
        var hearing = Hearing.of(List.of(status("a", "forum", "down", 0, 2), status("b", "forum", "up", 0, 0)), NOW);
        assertThat(hearing.losses().get("forum")).extracting(Hearing.Loss::part).containsExactly(0.5);
    }

    @Test
    void aSourceThatSaysNothingMoreIsDownSinceItWasLastHeard() {
        assertThat(Hearing.of(List.of(status("feed", "news", "up", 10, 30)), NOW)
                        .losses()
                        .get("news"))
                .containsExactly(new Hearing.Loss(NOW.minus(Duration.ofMinutes(30)), 1));
        assertThat(Hearing.of(List.of(status("feed", "news", "up", 10, 1)), NOW))
                .isEqualTo(Hearing.GOOD);
    }

    @Test
    void oneFailedAttemptIsNoOutageAndADeadSourceIsNotAwaitedForEver() {
        assertThat(Hearing.of(List.of(status("feed", "news", "down", 10, 1)), NOW))
                .isEqualTo(Hearing.GOOD);
        assertThat(Hearing.of(List.of(status("feed", "news", "down", 10, 25 * 60)), NOW))
                .isEqualTo(Hearing.GOOD);
    }

    @Test
    void nobodyPushingIsNotAnOutage() {
        assertThat(Hearing.of(List.of(status("push", "forum", "up", 10, 300)), NOW))
                .isEqualTo(Hearing.GOOD);
    }

    private static SourceStatus status(String id, String platform, String state, long posts, int minutesAgo) {
        var at = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new SourceStatus(id, "1", state, at, null, posts, 0, null, at, Map.of(platform, posts));
    }
}
