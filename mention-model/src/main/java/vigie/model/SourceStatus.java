package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a source is listening.
 *
 * @param source its id, as in {@link PostEvent#source()}
 * @param state {@code up}, {@code down} or {@code paused}
 * @param lastSuccess last time it was reached
 * @param lastPost event time of the newest post it brought
 * @param posts accepted since its process started
 * @param malformed items skipped as unreadable since then
 * @param error why it is down, one sentence, never with a secret
 * @param platforms accepted posts by platform since its process started; 0 for one it listens to that has brought none yet
 */
public record SourceStatus(
        String source,
        String instance,
        String state,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastPost,
        long posts,
        long malformed,
        @Nullable String error,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> platforms) {

    public SourceStatus {
        platforms = platforms == null ? Map.of() : Map.copyOf(platforms);
    }
}
