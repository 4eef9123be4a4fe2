package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.Alert;
import vigie.model.AnalysedMention;
import vigie.model.Author;
import vigie.model.Post;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;

class VoicesTest {

    private static final Instant T = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whoIsAlwaysThereCarriesNoneOfTheExcess() {
        var before = new Voices();
        for (int i = 0; i < 100; i++) {
            before.add(mention("b" + i, i < 80 ? "press" : "forum", "daily", "Tram news of the day"), 1);
        }
        var now = new Voices();
        for (int i = 0; i < 8; i++) {
            now.add(mention("n" + i, "press", "daily", "Tram news of the day"), 1);
        }
        for (int i = 0; i < 32; i++) {
            now.add(mention("c" + i, "forum", "angry", "Tram doors broken again"), 1);
        }
        // ten were expected, eight of them from the press: the press brings eight
        var all = now.contributors(before, 40, 10, Set.of());
        assertThat(of(all, "platform", "press").share()).isCloseTo(0, within(1e-9));
        assertThat(of(all, "platform", "forum").usual()).isCloseTo(2, within(1e-9));
        assertThat(of(all, "platform", "forum").share()).isCloseTo(1, within(1e-9));
        assertThat(of(all, "author", "forum:angry").share()).isCloseTo(1, within(1e-9));
        assertThat(of(all, "term", "doors").count()).isEqualTo(32);
        assertThat(of(all, "term", "tram").usual()).isCloseTo(10, within(1e-9));
        assertThat(of(all, "term", "tram").share()).isCloseTo(1, within(1e-9));
        assertThat(of(all, "term", "news").share()).isZero();
        assertThat(now.contributors(before, 40, 10, Set.of("tram")))
                .as("that a brand's name is said tells nothing")
                .extracting(Alert.Contributor::key)
                .contains("doors")
                .doesNotContain("tram");
    }

    @Test
    void aWordOfOneMentionOrWithoutASubjectIsNotShown() {
        var now = new Voices();
        now.add(mention("1", "forum", "a", "Madame Untel is the worst"), 1);
        assertThat(now.contributors(new Voices(), 1, 0, Set.of()))
                .extracting(Alert.Contributor::dimension)
                .doesNotContain("term");
        for (int i = 0; i < 3; i++) {
            now.add(mention("d" + i, "forum", "a", "the delay"), 1);
        }
        assertThat(now.contributors(new Voices(), 4, 0, Set.of()))
                .filteredOn(c -> c.dimension().equals("term"))
                .extracting(Alert.Contributor::key)
                .containsExactly("delay");
    }

    @Test
    void whatIsKeptIsReadAsItWasWritten() {
        var voices = new Voices();
        for (int i = 0; i < 200; i++) {
            voices.add(mention("w" + i, "forum", "a" + i, "word" + i + " delay"), 1);
        }
        var bytes = Voices.SERDE.serializer().serialize("", voices);
        var read = Voices.SERDE.deserializer().deserialize("", bytes);
        assertThat(read.contributors(new Voices(), 200, 0, Set.of()))
                .isEqualTo(voices.contributors(new Voices(), 200, 0, Set.of()));
    }

    private static Alert.Contributor of(List<Alert.Contributor> all, String dimension, String key) {
        return all.stream()
                .filter(c -> c.dimension().equals(dimension) && c.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static AnalysedMention mention(String id, String platform, String author, String text) {
        var post = Post.of(platform, id, T, text).by(Author.of(author));
        return new AnalysedMention(
                "m-" + id,
                "tram",
                null,
                post.postId(),
                AnalysedMention.Change.FIRST,
                1,
                1,
                null,
                post,
                T,
                List.of(),
                "en",
                new Sentiment(SentimentLabel.NEGATIVE, -1, 1, List.of(), "test"),
                Virality.NONE,
                Reach.UNKNOWN,
                null,
                T,
                T,
                null);
    }
}
