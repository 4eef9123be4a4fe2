package vigie.ingest.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Post;
import vigie.model.SourceStatus;

/** How one source fares; written by the thread that asks it, read by those who report. */
final class SourceHealth {

    private final String id;
    private final String instance;
    private final String platform;
    private String state = "up";
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastPost;
    private long posts;
    private long malformed;
    private @Nullable String error;
    private int failures;

    SourceHealth(String id, String instance, String platform) {
        this.id = id;
        this.instance = instance;
        this.platform = platform;
    }

    synchronized void reached(Instant now) {
        state = "up";
        lastSuccess = now;
        error = null;
        failures = 0;
    }

    synchronized void brought(List<Post> brought, int skipped, @Nullable String fault) {
        posts += brought.size();
        malformed += skipped;
        error = fault;
        for (var post : brought) {
            if (lastPost == null || lastPost.isBefore(post.eventTime())) {
                lastPost = post.eventTime();
            }
        }
    }

    /** Returns how many failures in a row this makes. */
    synchronized int failed(String reason) {
        state = "down";
        error = reason;
        return ++failures;
    }

    synchronized void paused(String reason) {
        state = "paused";
        error = reason;
    }

    synchronized SourceStatus status(Instant now) {
        return new SourceStatus(
                id, instance, state, lastSuccess, lastPost, posts, malformed, error, now, Map.of(platform, posts));
    }
}
