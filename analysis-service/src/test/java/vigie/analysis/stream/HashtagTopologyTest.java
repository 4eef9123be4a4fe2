package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.analysis.stream.Bench.NOON;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.model.HashtagTrend;
import vigie.topic.Topics;
import vigie.trend.Trend;

class HashtagTopologyTest {

    private static final Duration BIN = Duration.ofMinutes(5);

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBinIsToldToEveryBrandThatTracksTheHashtag() {
        bench.hit("rail", "1", NOON, "acme", "zeta").hit("rail", "2", NOON.plusSeconds(299), "acme", "zeta");
        bench.hit("rail", "3", NOON.plusSeconds(600), "acme", "zeta");
        var z = Trend.NEW.after(2);
        assertThat(bench.trends())
                .containsExactly(
                        new HashtagTrend("rail", "acme", NOON, 2, z.z(), z.score()),
                        new HashtagTrend("rail", "zeta", NOON, 2, z.z(), z.score()));
    }

    @Test
    void aPostReadAgainDoesNotCountTwice() {
        bench.hit("rail", "1", NOON, "acme").hit("rail", "1", NOON, "acme");
        bench.hit("rail", "2", NOON.plusSeconds(600), "acme");
        assertThat(bench.trends()).extracting(HashtagTrend::hits).containsExactly(1L);
    }

    @Test
    void onAQuietTopicTheClockClosesTheBin() {
        bench.hit("rail", "1", NOON, "acme");
        assertThat(bench.trends()).isEmpty();
        bench.later(BIN.plusSeconds(20));
        assertThat(bench.trends()).extracting(HashtagTrend::hits).containsExactly(1L);
    }

    @Test
    void theClockDoesNotCloseBinsUnderABackfill() {
        var yesterday = NOON.minus(Duration.ofDays(1));
        bench.hit("rail", "1", yesterday, "acme").later(Duration.ofSeconds(30));
        bench.hit("rail", "2", yesterday.plus(BIN), "acme").later(Duration.ofSeconds(30));
        bench.hit("rail", "3", yesterday.plusSeconds(310), "acme").later(Duration.ofMinutes(3));
        assertThat(bench.trends())
                .filteredOn(t -> t.hits() > 0)
                .extracting(t -> t.bin() + " " + t.hits())
                .containsExactly(yesterday + " 1", yesterday.plus(BIN) + " 2");
    }

    @Test
    void aHashtagThatFellSilentIsNotToldForEver() {
        bench.hit("rail", "1", NOON, "acme");
        bench.later(Duration.ofDays(1)).trends();
        bench.later(Duration.ofDays(1));
        assertThat(bench.trends()).isEmpty();
    }

    @Test
    void stateOfAHashtagEndsAfterFortyDays() {
        bench.hit("rail", "1", NOON, "acme").later(Duration.ofDays(41));
        assertThat(bench.kept(HashtagProcessor.HASHTAGS)).isZero();
        assertThat(bench.kept(HashtagProcessor.POSTS)).isZero();
    }

    @Test
    void anUnreadableHitIsADeadLetter() {
        bench.send(Topics.HASHTAG_HITS, "rail", "{").hit("rail", "1", NOON, "acme");
        assertThat(bench.letters(Topics.HASHTAG_HITS)).hasSize(1);
        assertThat(bench.kept(HashtagProcessor.HASHTAGS)).isEqualTo(1);
    }
}
