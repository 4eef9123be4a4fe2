package vigie.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of mentions.
 *
 * @param total how many match in all, exactly
 * @param cursor where the next page begins; absent on the last
 */
public record MentionPage(
        List<StoredMention> items, long total, @Nullable String cursor) {
    public MentionPage {
        items = List.copyOf(items);
    }
}
