package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a post with <em>all</em> brands it matches. An empty list withdraws whatever was said of the post before, and then
 * only the id travels.
 *
 * @param causedAt broker append time of the post event behind this version; the documents' external version
 * @param contentAt of a stored post matched again: broker append time of the event its words come from, so that a later edit or
 *     deletion is not undone by them; absent where that is {@code causedAt}
 * @param deleted the post is gone, not merely matched by nothing
 * @param only of a stored post matched again: the one brand it was compared with; of all others holds what was said before
 */
public record Mention(
        String postId,
        @Nullable Post post,
        List<BrandMatch> brands,
        Instant arrivedAt,
        Instant causedAt,
        @Nullable Instant contentAt,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean deleted,
        @Nullable String only) {
    public Mention {
        brands = List.copyOf(brands);
    }

    /** A version straight from the event that caused it. */
    public Mention(String postId, @Nullable Post post, List<BrandMatch> brands, Instant arrivedAt, Instant causedAt) {
        this(postId, post, brands, arrivedAt, causedAt, null, false, null);
    }
}
