package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The version of a post that asked with {@link StorySighting} tells another story than its mention was told with.
 *
 * @param asked {@link StorySighting#story}: tells whether the post was edited since
 * @param story id of the story it belongs to
 */
public record StoryAnswer(
        String postId, String brand, @Nullable Instant brandSince, String asked, String story) {}
