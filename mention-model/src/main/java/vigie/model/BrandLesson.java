package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mention whose label a person gave, as something to learn from. From the analysis to itself.
 *
 * @param brandSince {@link Brand#since}
 * @param label absent when there is nothing to learn from this post any more
 * @param aged the post is not gone but too old to be kept: what it taught stays, its words go
 * @param chances the model's own answer
 * @param words of the text, each once, in no order
 */
public record BrandLesson(
        String brand,
        @Nullable Instant brandSince,
        String postId,
        @Nullable SentimentLabel label,
        boolean aged,
        @Nullable SentimentShares chances,
        List<String> words) {

    public BrandLesson {
        words = words == null ? List.of() : List.copyOf(words);
    }
}
