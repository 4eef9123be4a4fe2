package vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void aPhraseBeginsAndEndsWithASubjectAndStaysInItsSentence() {
        assertThat(Phrases.of("Une fuite de données. Clients furieux !"))
                .containsExactlyInAnyOrder("fuite de donnees", "clients furieux");
        assertThat(Phrases.of("Customer service never answers"))
                .contains("customer service", "service never answers")
                .doesNotContain("service never", "never answers");
    }

    @Test
    void aHashtagIsNoPartOfAPhrase() {
        assertThat(Phrases.of("panne #ReseauNational totale")).isEmpty();
    }

    @Test
    void onlyWhatThreeTextsHaveInCommonIsProposed() {
        var phrases = new Phrases();
        phrases.add("gare fermée ce matin");
        phrases.add("gare fermée ce soir, gare fermée");
        assertThat(phrases.frequent(10)).isEmpty();
        phrases.add("encore une gare fermée");
        assertThat(phrases.frequent(10)).containsExactly("gare fermee");
    }

    @Test
    void piecesOfOneSayingAreOneUnlessTheyAreAlsoSaidApart() {
        var phrases = new Phrases();
        for (int i = 0; i < 5; i++) {
            phrases.add("centrale vapeur explose");
            phrases.add("billet rembourse");
            phrases.add("billet perdu");
        }
        assertThat(phrases.areOne("centrale vapeur", "vapeur explose")).isTrue();
        assertThat(phrases.areOne("billet rembourse", "billet perdu")).isFalse();
        assertThat(phrases.areOne("centrale vapeur", "billet perdu")).isFalse();
    }
}
