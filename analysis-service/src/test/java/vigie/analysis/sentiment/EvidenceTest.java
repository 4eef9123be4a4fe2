package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;

class EvidenceTest {
    private final SentimentModel model = SentimentModels.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je n'aime pas du tout ce nouveau service 😡 #DéceptionTotale",
                "I love this phone, not a single problem so far :)",
                "great great great service, but the wait was far too long!!",
                "rien à dire, c'est parfait &amp; rapide",
            })
    void thePartsSumToTheLogOddsOfPositiveAgainstNegative(String text) {
        Sentiment sentiment = model.score(text, null, true);
        var chances = BrandPrior.chances(sentiment);
        assertThat(sentiment.evidence().stream().mapToDouble(Evidence::weight).sum())
                .isCloseTo(Math.log(chances.positive() / chances.negative()), within(1e-3));
    }

    /** The last entry takes what no listed piece explains; on a short text all pieces are listed, so it must be what an empty text scores. */
    @Test
    void whatIsLeftOverIsOnlyWhatBelongsToNoPiece() {
        double one = rest("horrible");
        double other = rest("magnifique");
        // the same traits (one word, no emoji, a word list hit each way) leave the same rest but for the lists'
        // "nothing found" switches
        assertThat(Math.abs(one - other)).isLessThan(0.5);
        assertThat(piece("horrible", "horrible").weight()).isLessThan(-0.5);
        assertThat(piece("magnifique", "magnifique").weight()).isGreaterThan(0.5);
    }

    @Test
    void aNegatedWordSaysSo() {
        assertThat(piece("Je n'aime pas ce produit", "aime").kind()).isEqualTo("negated");
        assertThat(piece("this is not good", "good").kind()).isEqualTo("negated");
        assertThat(piece("this is not good", "not").kind()).isEqualTo("negation");
        assertThat(piece("this is not good", "good").weight())
                .isLessThan(piece("this is good", "good").weight());
    }

    @Test
    void anEmojiAndAHashtagShowAsWhatTheyAre() {
        String text = "Retard encore 😡 #MauvaisService";
        assertThat(piece(text, "😡").kind()).isEqualTo("emoji");
        assertThat(piece(text, "😡").weight()).isNegative();
        assertThat(piece(text, "Mauvais").kind()).isEqualTo("hashtag");
        assertThat(piece("bien :-)", ":-)").kind()).isEqualTo("emoji");
    }

    @Test
    void spansPointIntoTheTextAsItWasWritten() {
        String text = "L&#39;équipe est “géniale”&nbsp;!! ﬁne \\u0041dorable";
        for (Evidence piece : model.score(text, "fr", true).evidence()) {
            if (piece.start() != null) {
                assertThat(text.substring(piece.start(), piece.end())).isEqualTo(piece.text());
            }
        }
        assertThat(piece(text, "géniale").start()).isEqualTo(text.indexOf("géniale"));
        assertThat(piece(text, "\\u0041dorable").end()).isEqualTo(text.length());
    }

    @Test
    void thereIsNoneUnlessAskedFor() {
        assertThat(model.score("I love it", "en", false).evidence()).isEmpty();
    }

    private Evidence piece(String text, String quoted) {
        return model.score(text, null, true).evidence().stream()
                .filter(e -> e.text().equals(quoted))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no evidence for " + quoted + " in "
                        + model.score(text, null, true).evidence()));
    }

    private double rest(String text) {
        return model.score(text, "fr", true).evidence().stream()
                .filter(e -> "rest".equals(e.kind()))
                .mapToDouble(Evidence::weight)
                .sum();
    }
}
