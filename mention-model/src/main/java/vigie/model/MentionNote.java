package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a mention, apart from it: the mention may be told anew, edited or erased, and none of its words are here.
 *
 * @param brandSince {@link Brand#since}; what was noted for an earlier brand of the same id is not shown
 * @param eventTime the mention's place in time, so that a list over a period looks at that period's notes only
 * @param tags lower-case, in the order they were given
 * @param assignee who looks after it
 * @param handled whether nothing is left to do
 */
public record MentionNote(
        String mentionId,
        String brand,
        @Nullable Instant brandSince,
        Instant eventTime,
        List<String> tags,
        @Nullable String assignee,
        boolean handled,
        String by,
        Instant at) {
    public MentionNote {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** Whether it says nothing any more. */
    public boolean saysNothing() {
        return tags.isEmpty() && assignee == null && !handled;
    }
}
