package vigie.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vigie.model.Post;

class StoriesTest {

    private static Post post(String id, String text) {
        return Post.of("x", id, Instant.EPOCH, text);
    }

    private static Post share(String id, String of, String text) {
        return new Post(
                id,
                "x",
                null,
                Instant.EPOCH,
                null,
                null,
                text,
                null,
                null,
                null,
                of,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void copiesThatDifferInDressAreOneStory() {
        var original = post("1", "The night train to Brest is cancelled, again!");
        assertThat(Stories.of(
                        post("2", "RT @ana: the NIGHT train to Brest is cancelled - again https://example.org/x")))
                .isEqualTo(Stories.of(original));
        assertThat(Stories.of(post("3", "  The night\ttrain to #Brest is cancelled... again @rail www.example.org")))
                .isEqualTo(Stories.of(original));
    }

    @Test
    void otherWordsAreAnotherStory() {
        assertThat(Stories.of(post("1", "The night train to Brest is cancelled")))
                .isNotEqualTo(Stories.of(post("1", "The night train to Brest is on time")));
    }

    @Test
    void accentsWrittenInTwoWaysAreTheSame() {
        assertThat(Stories.of(post("1", "le train de nuit est annul\u00e9")))
                .isEqualTo(Stories.of(post("2", "le train de nuit est annule\u0301")));
    }

    @Test
    void shortTextsHaveAStoryOfTheirOwn() {
        assertThat(Stories.of(post("1", "so true!"))).isNotEqualTo(Stories.of(post("2", "so true!")));
        assertThat(Stories.of(post("1", "so true!"))).isEqualTo(Stories.of(post("1", "so true...")));
    }

    @Test
    void fiveCharactersWithoutSpacesAreEnough() {
        assertThat(Stories.of(post("1", "夜行列車運休"))).isEqualTo(Stories.of(post("2", "夜行列車運休!")));
    }

    @Test
    void bareSharesOfOnePostAreOneStoryAndThatOfAShortOriginal() {
        assertThat(Stories.of(share("8", "1", ""))).isEqualTo(Stories.of(share("9", "1", "@ana")));
        assertThat(Stories.of(share("8", "1", ""))).isEqualTo(Stories.of(post("1", "so true!")));
        assertThat(Stories.of(share("8", "1", ""))).isNotEqualTo(Stories.of(share("8", "2", "")));
    }
}
