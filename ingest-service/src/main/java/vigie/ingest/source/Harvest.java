package vigie.ingest.source;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Post;

/** What came of asking a source once. */
public sealed interface Harvest {

    /**
     * It answered.
     *
     * @param posts new or changed ones
     * @param malformed items that were skipped, {@code fault} the first one's reason
     * @param cursor kept once Kafka holds the posts
     */
    record Came(List<Post> posts, int malformed, @Nullable String fault, String cursor) implements Harvest {
        public Came {
            posts = List.copyOf(posts);
        }
    }

    /** Nothing changed since the cursor. */
    record Unchanged() implements Harvest {}

    /** It asked to be left alone for a while; {@code after} null when it did not say how long. */
    record Later(@Nullable Duration after, String reason) implements Harvest {}

    /** It will never answer again; not asked any more until it is configured anew. */
    record Gone(String reason) implements Harvest {}
}
