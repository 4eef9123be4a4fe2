package vigie.analysis.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one post shows of its story.
 *
 * @param story id made of the words alone, {@link Stories#of}
 * @param sketch absent where the text is too short to be recognised but word for word
 * @param shared id of the post it shares or quotes, as its platform declares it
 * @param at event time
 */
public record Telling(
        String story,
        @Nullable Sketch sketch,
        String postId,
        @Nullable String shared,
        Instant at) {

    /** Whether there is anything but the exact words to find its story by. */
    public boolean isComparable() {
        return sketch != null || shared != null;
    }
}
