package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hashtag that at least one brand tracks was used.
 *
 * @param hashtag as it is tracked, lower case, without {@code #}; tracked without accents, it stands for every spelling
 * @param brands who tracks it
 * @param at event time of the post
 */
public record HashtagHit(
        String hashtag,
        String postId,
        List<String> brands,
        @Nullable String authorId,
        Instant at) {
    public HashtagHit {
        brands = List.copyOf(brands);
    }
}
