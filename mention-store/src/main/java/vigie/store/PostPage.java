package vigie.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the posts asked for, newest first.
 *
 * @param total how many there are in all
 * @param cursor where to go on; absent on the last page
 */
public record PostPage(
        List<StoredPost> items, long total, @Nullable String cursor) {
    public PostPage {
        items = List.copyOf(items);
    }
}
