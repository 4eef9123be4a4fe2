package vigie.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mentions by the values of one dimension, the most frequent first, exactly counted.
 *
 * @param other mentions of the values that did not fit into {@code items}; a mention with several values counts for each
 */
public record Breakdown(String by, List<Item> items, long other) {

    public Breakdown {
        items = List.copyOf(items);
    }

    /**
     * @param key can be used as the filter's value
     * @param label what to show a person instead of the key, where the two differ (an author's handle)
     */
    public record Item(String key, @Nullable String label, long mentions, long negative, long neutral, long positive) {}
}
