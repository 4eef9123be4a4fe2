package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import vigie.query.StopWords;
import vigie.query.Tokenizer;

class PhrasesTest {

    private static final Predicate<String> SUBJECTS = word -> !StopWords.contain(word);

    @Test
    void aPhraseBeginsAndEndsWithASubjectAndStaysInItsSentence() {
        assertThat(phrasesOf("Une fuite de données. Clients furieux !"))
                .containsExactlyInAnyOrder("fuite de donnees", "clients furieux");
        assertThat(phrasesOf("Customer service never answers"))
                .contains("customer service", "service never answers")
                .doesNotContain("service never", "never answers");
    }

    @Test
    void aHashtagIsNoPartOfAPhrase() {
        assertThat(phrasesOf("panne #ReseauNational totale")).isEmpty();
    }

    @Test
    void onlyWordsOfWhichIsAskedMakeAPhrase() {
        var tokens = Tokenizer.tokenize("fuite de données bancaires");
        assertThat(Phrases.of(tokens, Set.of("fuite", "donnees")::contains)).containsExactly("fuite de donnees");
    }

    @Test
    void onlyWhatThreeTextsHaveInCommonIsProposed() {
        var phrases = new Phrases();
        phrases.add(Tokenizer.tokenize("gare fermée ce matin"), SUBJECTS);
        phrases.add(Tokenizer.tokenize("gare fermée ce soir, gare fermée"), SUBJECTS);
        assertThat(phrases.frequent(10)).isEmpty();
        phrases.add(Tokenizer.tokenize("encore une gare fermée"), SUBJECTS);
        assertThat(phrases.frequent(10)).containsExactly("gare fermee");
    }

    @Test
    void piecesOfOneSayingAreOneUnlessTheyAreAlsoSaidApart() {
        var phrases = new Phrases();
        for (int i = 0; i < 5; i++) {
            phrases.add(Tokenizer.tokenize("centrale vapeur explose"), SUBJECTS);
            phrases.add(Tokenizer.tokenize("billet rembourse"), SUBJECTS);
            phrases.add(Tokenizer.tokenize("billet perdu"), SUBJECTS);
        }
        assertThat(phrases.areOne("centrale vapeur", "vapeur explose")).isTrue();
        assertThat(phrases.areOne("billet rembourse", "billet perdu")).isFalse();
        assertThat(phrases.areOne("centrale vapeur", "billet perdu")).isFalse();
    }

    private static Set<String> phrasesOf(String text) {
        return Phrases.of(Tokenizer.tokenize(text), SUBJECTS);
    }
}
