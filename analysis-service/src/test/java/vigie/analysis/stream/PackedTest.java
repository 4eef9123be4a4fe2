package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.analysis.virality.Growth;
import vigie.analysis.virality.Look;
import vigie.analysis.virality.SourcePace;
import vigie.analysis.virality.Spread;
import vigie.json.JsonSerde;
import vigie.model.AnalysedMention;
import vigie.model.EngagementCounts;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;

class PackedTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final Packed<PostState> STATES = Packed.of(PostState.class);
    private static final Packed<Judged> WORDS = Packed.of(Judged.class);

    private static PostState state() {
        var before = new AnalysedMention.Before(
                SentimentLabel.NEGATIVE, new Reach(10, Long.MAX_VALUE), null, List.of("grève", "\uD83D\uDE00"));
        var spread = Spread.startingAt(NOON)
                .observe(NOON.plusSeconds(600), 12)
                .polledEvery(Duration.ofSeconds(600), new Growth(1, 0.6));
        var counts = new EngagementCounts(3L, null, -1L, 0L);
        var looks = List.of(new Look(0, 3), new Look(31_536_000, Long.MAX_VALUE));
        var attention = new Attention(spread, counts, false, List.of(new Sighting(NOON, counts)), null, looks)
                .showing(NOON, new Virality(61.5, 1e-300, Double.MIN_VALUE, -0.0));
        return new PostState(
                "0f",
                NOON,
                Long.MIN_VALUE,
                Instant.parse("-0044-03-15T00:00:00Z"),
                Map.of(
                        "acme", new Counted(NOON, 3, before, SentimentLabel.POSITIVE, "story", 7),
                        "", new Counted(null, 1, null, null, null, 0)),
                attention,
                null,
                Instant.MAX,
                true);
    }

    private static Judged words(String text) {
        var evidence = List.of(
                new Sentiment.Evidence("late", -1.25, 4, 8, "word"),
                new Sentiment.Evidence("!", 0.5, null, null, null));
        var feeling = new Sentiment(SentimentLabel.NEGATIVE, -0.8, 0.9, evidence, "m1");
        return new Judged(
                Bench.post("1", text),
                List.of(Bench.match("acme", NOON), Bench.matchAt("b", 0, 3)),
                NOON,
                "fr",
                feeling,
                Reach.UNKNOWN,
                "story",
                Map.of("acme", feeling));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(STATES.value(STATES.bytes(state()))).isEqualTo(state());
        assertThat(STATES.value(STATES.bytes(PostState.NEW))).isEqualTo(PostState.NEW);
        for (var text : List.of("", "À l'heure ? 電車が遅れる \uD83D\uDE80", "x".repeat(70_000))) {
            assertThat(WORDS.value(WORDS.bytes(words(text)))).isEqualTo(words(text));
        }
        var paces = Packed.of(SourcePace.class);
        var pace = SourcePace.NEW;
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            pace = pace.observed(random.nextGaussian(100, 30), Duration.ofSeconds(random.nextInt(900)));
            assertThat(paces.value(paces.bytes(pace))).isEqualTo(pace);
        }
    }

    @Test
    void whatWasStoredAsJsonIsStillRead() {
        var json = JsonSerde.of(Judged.class).serializer().serialize("", words("late again"));
        assertThat(WORDS.value(json)).isEqualTo(words("late again"));
        assertThat(WORDS.bytes(words("late again"))).hasSizeLessThan(json.length / 2);
    }

    record Earlier(String name, long count) {}

    record Later(
            String name, long count, double share, @Nullable String note, boolean sure) {}

    @Test
    void whatALaterVersionAddsIsAbsentInWhatWasStoredBefore() {
        var stored = Packed.of(Earlier.class).bytes(new Earlier("a", 2));
        assertThat(Packed.of(Later.class).value(stored)).isEqualTo(new Later("a", 2, 0, null, false));
    }

    record AttentionBeforeItKeptLooks(
            @Nullable Spread spread,
            EngagementCounts counts,
            boolean byPostAlone,
            List<Sighting> early,
            Attention.@Nullable Shown shown) {}

    @Test
    void countersStoredBeforeLooksWereKeptAreReadWithoutAny() {
        var is = state().attention();
        var was = new AttentionBeforeItKeptLooks(is.spread(), is.counts(), false, is.early(), is.shown());
        var read = Packed.of(Attention.class)
                .value(Packed.of(AttentionBeforeItKeptLooks.class).bytes(was));
        assertThat(read).isEqualTo(new Attention(is.spread(), is.counts(), false, is.early(), is.shown(), List.of()));
    }

    @Test
    void aPostThatWasLookedAtOnceTakesTwoBytesForTheLooksItDoesNotKeep() {
        var none = Packed.of(Attention.class).bytes(Attention.NONE).length;
        var before = new AttentionBeforeItKeptLooks(null, EngagementCounts.UNKNOWN, true, List.of(), null);
        assertThat(none).isEqualTo(Packed.of(AttentionBeforeItKeptLooks.class).bytes(before).length + 2);
    }

    @Test
    void whatALaterVersionStoredIsRefusedAndNotMistaken() {
        var stored = Packed.of(Later.class).bytes(new Later("a", 2, 0.5, "n", true));
        assertThatThrownBy(() -> Packed.of(Earlier.class).value(stored))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("later version");
    }

    @Test
    void brokenBytesAreRefused() {
        var whole = STATES.bytes(state());
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> STATES.value(cut)).isInstanceOf(SerializationException.class);
        }
    }
}
