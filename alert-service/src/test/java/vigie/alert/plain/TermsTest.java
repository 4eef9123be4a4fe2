package vigie.alert.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vigie.model.Author;
import vigie.model.Post;

class TermsTest {

    @Test
    void wordsPhrasesAndHashtagsOfASubjectAreTermsAndSmallWordsAreNot() {
        assertThat(Terms.of(post("Une fuite de données chez eux. Vraiment #DataLeak")))
                .contains("fuite", "donnees", "fuite de donnees", "#dataleak")
                .doesNotContain("une", "de", "chez", "une fuite", "donnees chez", "dataleak");
    }

    @Test
    void aPhraseDoesNotReachIntoTheNextSentence() {
        assertThat(Terms.of(post("They saw smoke. Brakes failed")))
                .contains("brakes failed")
                .doesNotContain("smoke brakes");
    }

    @Test
    void eachOfEightLanguagesHasSmallWords() {
        for (var small : List.of("about", "avec", "aber", "pero", "anche", "pois", "الذين", "लेकिन")) {
            assertThat(Terms.of(post(small))).as(small).isEmpty();
        }
    }

    @Test
    void aLongPostHasNoMoreTermsThanAFewDozen() {
        var text = IntStream.range(0, 2_000).mapToObj(i -> "word" + i + "x").collect(Collectors.joining(" "));
        assertThat(Terms.of(post(text + " " + "a".repeat(200)))).hasSizeLessThanOrEqualTo(90);
    }

    private static Post post(String text) {
        return Post.of("x", "1", Instant.EPOCH, text).by(Author.of("a"));
    }
}
