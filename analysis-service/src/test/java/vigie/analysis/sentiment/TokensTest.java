package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void elidedArticlesAreCutOff() {
        assertThat(pieces("J'aime l’équipe d'aujourd'hui"))
                .containsExactly("J'", "aime", "l’", "équipe", "d'", "aujourd'hui");
        assertThat(pieces("dell'amore, don't stop")).containsExactly("dell'", "amore", ",", "don't", "stop");
    }

    @Test
    void aHashtagIsAlsoItsWords() {
        assertThat(pieces("#BNPParibas")).containsExactly("#BNPParibas", "BNP", "Paribas");
        assertThat(pieces("#trainEnRetard2024")).containsExactly("#trainEnRetard2024", "train", "En", "Retard", "2024");
        assertThat(pieces("#à_demain")).containsExactly("#à_demain", "à", "demain");
    }

    @Test
    void facesAndEmojiAreSinglePieces() {
        assertThat(pieces("ok:-) :'( <3 👨‍👩‍👧 👍🏽 🇫🇷🇧🇪"))
                .containsExactly("ok", ":-)", ":'(", "<3", "👨‍👩‍👧", "👍🏽", "🇫🇷", "🇧🇪");
        assertThat(pieces("note: plus tard")).containsExactly("note", ":", "plus", "tard");
    }

    @Test
    void linksAndHandlesAreNoWords() {
        assertThat(pieces("voir https://example.org/a?b=c et @quelquun, www.example.org"))
                .containsExactly("voir", "et", ",");
        assertThat(pieces("collé:http://example.org")).containsExactly("collé", ":");
    }

    @Test
    void marksInARowAreOnePiece() {
        assertThat(pieces("quoi ?!! non... oui!")).containsExactly("quoi", "?!!", "non", "...", "oui", "!");
    }

    @Test
    void frenchNegationReachesBothWays() {
        assertThat(negated("Ça ne marche plus")).contains("marche");
        assertThat(negated("il est plus rapide")).isEmpty();
        assertThat(negated("je n'aime pas ce train")).contains("aime", "ce", "train");
        assertThat(negated("pas mal. merci")).containsExactly("mal");
    }

    @Test
    void spellingsOfTheSameWordAreTheSame() {
        assertThat(sum("SOOOOO")).isEqualTo(sum("soo"));
        assertThat(sum("ｆｕｌｌ")).isEqualTo(sum("full"));
        assertThat(sum("2024")).isEqualTo(sum("7"));
        assertThat(sum("إلى")).isEqualTo(sum("الي"));
        assertThat(sum("caf\u0065\u0301")).isEqualTo(sum("café"));
        assertThat(sum("cafe")).isNotEqualTo(sum("café"));
    }

    private static List<String> pieces(String text) {
        Tokens tokens = read(text);
        var pieces = new ArrayList<String>();
        for (int i = 0; i < tokens.count; i++) {
            pieces.add(text.substring(tokens.start[i], tokens.end[i]));
        }
        return pieces;
    }

    private static List<String> negated(String text) {
        Tokens tokens = read(text);
        var negated = new ArrayList<String>();
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.negated[i]) {
                negated.add(text.substring(tokens.start[i], tokens.end[i]));
            }
        }
        return negated;
    }

    private static long sum(String word) {
        return read(word).sum[0];
    }

    private static Tokens read(String text) {
        var features = new TextFeatures();
        features.read(text);
        return features.tokens;
    }
}
