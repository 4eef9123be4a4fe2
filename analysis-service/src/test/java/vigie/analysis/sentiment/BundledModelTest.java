package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.model.SentimentLabel.NEGATIVE;
import static vigie.model.SentimentLabel.NEUTRAL;
import static vigie.model.SentimentLabel.POSITIVE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;

/** What anybody would expect of plain sentences; accuracy proper is measured by the trainer. */
class BundledModelTest {
    private final SentimentModel model = SentimentModels.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ça ne marche plus depuis ce matin, c'est inadmissible",
                "Encore en retard, j'en ai marre de cette compagnie",
                "Service client nul, je suis très déçue",
                "Quelle honte, deux heures d'attente au téléphone 😡",
            })
    void frenchComplaintsAreNegative(String text) {
        assertThat(label(text, "fr")).isEqualTo(NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Merci à toute l'équipe, vous êtes géniaux !",
                "J'adore cette nouvelle application, bravo",
                "Trop contente de mon achat 😍",
            })
    void frenchPraiseIsPositive(String text) {
        assertThat(label(text, "fr")).isEqualTo(POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The app crashes every single time, worst update ever",
                "Still waiting for my refund. Terrible customer service",
                "I hate this bank, they lost my money again 😡",
            })
    void englishComplaintsAreNegative(String text) {
        assertThat(label(text, "en")).isEqualTo(NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you so much, the crew was amazing",
                "Best phone I have ever had, love it ❤️",
                "Great job by the support team today!",
            })
    void englishPraiseIsPositive(String text) {
        assertThat(label(text, "en")).isEqualTo(POSITIVE);
    }

    @Test
    void plainNewsIsNeutral() {
        assertThat(label("The store in Lyon opens on Monday at 9 am", "en")).isEqualTo(NEUTRAL);
        assertThat(label("Le conseil se réunit mardi à Bordeaux", "fr")).isEqualTo(NEUTRAL);
    }

    @Test
    void aNegationTurnsThePraise() {
        assertThat(model.score("The food was good", "en", false).score())
                .isGreaterThan(model.score("The food was not good", "en", false).score());
        assertThat(model.score("J'aime ce produit", "fr", false).score())
                .isGreaterThan(
                        model.score("Je n'aime pas ce produit", "fr", false).score());
    }

    @Test
    void aNegationSoftensTheBlame() {
        assertThat(model.score("not bad at all", "en", false).score())
                .isGreaterThan(model.score("bad, all of it", "en", false).score());
    }

    @Test
    void aTextWithoutLanguageGetsNearlyTheSameAnswer() {
        String text = "Je suis vraiment déçu par votre service, plus jamais";
        Sentiment known = model.score(text, "fr", false);
        assertThat(model.score(text, null, false)).isEqualTo(known);
        assertThat(model.score(text, "und", false)).isEqualTo(known);
        assertThat(model.score(text, "fr-CA", false)).isEqualTo(known);
    }

    private SentimentLabel label(String text, String lang) {
        return model.score(text, lang, false).label();
    }
}
