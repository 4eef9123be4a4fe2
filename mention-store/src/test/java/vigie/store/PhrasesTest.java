package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.query.Tokenizer;

class PhrasesTest {

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
    void onlyWhatThreeTextsHaveInCommonIsProposed() {
        var phrases = new Phrases();
        phrases.add(Tokenizer.tokenize("gare fermée ce matin"), first -> true);
        phrases.add(Tokenizer.tokenize("gare fermée ce soir, gare fermée"), first -> true);
        assertThat(phrases.frequent(10)).isEmpty();
        phrases.add(Tokenizer.tokenize("encore une gare fermée"), first -> true);
        assertThat(phrases.frequent(10)).containsExactly("gare fermee");
    }

    @Test
    void piecesOfOneSayingAreOneUnlessTheyAreAlsoSaidApart() {
        var phrases = new Phrases();
        for (int i = 0; i < 5; i++) {
            phrases.add(Tokenizer.tokenize("centrale vapeur explose"), first -> true);
            phrases.add(Tokenizer.tokenize("billet rembourse"), first -> true);
            phrases.add(Tokenizer.tokenize("billet perdu"), first -> true);
        }
        assertThat(phrases.areOne("centrale vapeur", "vapeur explose")).isTrue();
        assertThat(phrases.areOne("billet rembourse", "billet perdu")).isFalse();
        assertThat(phrases.areOne("centrale vapeur", "billet perdu")).isFalse();
    }

    private static Set<String> phrasesOf(String text) {
        return Phrases.of(Tokenizer.tokenize(text), first -> true);
    }
}
