package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigie.model.AnalysedMention;
import vigie.model.Post;
import vigie.model.Reach;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.Virality;

class ChangesTest {

    private static final Instant T = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aHashtagAskedForWithoutAccentsIsCountedInEverySpellingAndOnce() {
        assertThat(counted("hashtag:decu", "déçu")).containsExactly("hashtag:decu");
        assertThat(counted("hashtag:decu", "decu", "déçu", "Déçu")).containsExactly("hashtag:decu");
        assertThat(counted("hashtag:déçu", "déçu")).containsExactly("hashtag:déçu");
        assertThat(counted("hashtag:déçu", "decu"))
                .as("asked for with accents, as in queries")
                .isEmpty();
    }

    private static Set<String> counted(String asked, String... hashtags) {
        var post = Post.of("forum", "1", T, "text").withHashtags(List.of(hashtags));
        var mention = new AnalysedMention(
                "m-1",
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
                "fr",
                new Sentiment(SentimentLabel.NEUTRAL, 0, 1, List.of(), "test"),
                Virality.NONE,
                Reach.UNKNOWN,
                null,
                T,
                T,
                null);
        var changes = Changes.of(mention, asked::equals);
        assertThat(changes.remove(Series.MENTIONS)).isEqualTo(1);
        assertThat(changes.values()).allMatch(difference -> difference == 1);
        return changes.keySet();
    }
}
