package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vigie.model.Sentiment;

/** Whatever people type, there is an answer, and its evidence points into what they typed. */
class HostileTextTest {
    private final SentimentModel model = SentimentModels.bundled();

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("blank", " \n\t\u00a0\u200b"),
                Arguments.of("emoji only", "😡😡🔥👨‍👩‍👧‍👦🇫🇷👍🏽"),
                Arguments.of("half a flag", "🇫"),
                Arguments.of("joiners without emoji", "\u200d\ufe0f\u200d"),
                Arguments.of("hundred kilobytes of words", "pas content du tout ".repeat(5_000)),
                Arguments.of("hundred kilobytes of one word", "a".repeat(100_000)),
                Arguments.of("a long word without repeats", "abcdefghij".repeat(10_000)),
                Arguments.of("hundred kilobytes of ampersands", "&".repeat(100_000)),
                Arguments.of("escapes cut short", "\\u12 \\u &#x; &#99999999; &amp &#xD800; \\"),
                Arguments.of("mixed script", "C'est très bon والله वाह 好 очень good"),
                Arguments.of("right to left", "الخدمة سيئة جدا \u202eولا أنصح بها\u202c!!"),
                Arguments.of("all caps", "WHERE IS MY ORDER I WANT MY MONEY BACK"),
                Arguments.of("stacked marks", "s\u0335\u0321".repeat(3) + "o" + "\u0301\u0316".repeat(20_000) + " bad"),
                Arguments.of("lone surrogates", "bad \ud83d service \ude21 \udc00\ud800"),
                Arguments.of("ligatures that grow", "\ufdfa".repeat(5_000)),
                Arguments.of("signs", "!?!?...---***<<<>>>:::)))((("),
                Arguments.of("only a link", "https://example.org/x"),
                Arguments.of("only handles", "@somebody @else"),
                Arguments.of("hashtags glued", "####a#B#cD##_#1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyTextGetsAnAnswer(String what, String text) {
        check(text);
    }

    @Test
    void randomTextGetsAnAnswer() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(60);
            for (int k = 0; k < length; k++) {
                int range = random.nextInt(4);
                text.append((char) random.nextInt(range == 0 ? 0x80 : range == 1 ? 0x400 : 0x10000));
            }
            check(text.toString());
        }
    }

    private void check(String text) {
        Sentiment sentiment = model.score(text, null, true);
        assertThat(sentiment.score()).isBetween(-1.0, 1.0);
        assertThat(sentiment.confidence()).isBetween(0.0, 1.0);
        assertThat(sentiment.evidence()).hasSizeLessThanOrEqualTo(12);
        for (Sentiment.Evidence piece : sentiment.evidence()) {
            assertThat(piece.weight()).isFinite();
            if (piece.start() != null) {
                assertThat(text.substring(piece.start(), piece.end())).startsWith(piece.text());
            }
        }
        assertThat(model.score(text, null, true)).isEqualTo(sentiment);
    }
}
