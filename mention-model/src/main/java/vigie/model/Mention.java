package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a post with <em>all</em> brands it matches. An empty list withdraws whatever was said of the post before, and then
 * only the id travels.
 *
 * @param causedAt broker append time of the post event behind this version; the documents' external version
 */
public record Mention(
        String postId, @Nullable Post post, List<BrandMatch> brands, Instant arrivedAt, Instant causedAt) {
    public Mention {
        brands = List.copyOf(brands);
    }
}
