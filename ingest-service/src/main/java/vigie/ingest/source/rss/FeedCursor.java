package vigie.ingest.source.rss;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vigie.json.Json;

/**
 * What is remembered of a feed between two questions.
 *
 * @param configured the address people gave; when it changes, the rest but {@code seen} is void
 * @param url where it lies, after permanent redirects
 * @param seen the newest items by short hash of their id: what they said last, and when they were first seen (which is the date of
 *     items without one)
 */
record FeedCursor(
        String configured,
        String url,
        @Nullable String etag,
        @Nullable String lastModified,
        Map<String, Seen> seen) {

    /** More than any feed lists at once. */
    static final int REMEMBERED = 1_000;

    FeedCursor {
        seen = seen == null ? Map.of() : new LinkedHashMap<>(seen);
    }

    /** @param said short hash of the item's content */
    record Seen(String said, Instant first) {}

    static FeedCursor of(Feed feed, @Nullable String text) {
        var address = feed.url().toString();
        var before = text == null ? null : read(text);
        if (before == null) {
            return new FeedCursor(address, address, null, null, Map.of());
        }
        return before.configured.equals(address) ? before : new FeedCursor(address, address, null, null, before.seen);
    }

    private static @Nullable FeedCursor read(String text) {
        try {
            return Json.mapper().readValue(text, FeedCursor.class);
        } catch (JacksonException e) {
            // from another version: start anew, repeats are harmless
            return null;
        }
    }

    String text() {
        return Json.mapper().writeValueAsString(this);
    }
}
