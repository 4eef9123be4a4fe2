package vigie.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a {@link RematchRequest} has come; enough to go on after a crash.
 *
 * @param id of the request
 * @param reason why it waits or failed
 * @param phase which of the two walks it is in
 * @param cursor up to where that walk is done
 * @param counted the page after {@code cursor} is in the counts already, though perhaps not sent
 * @param total posts to be looked at: those the queries find, and those that are mentions
 * @param looked how many of them were
 * @param added sent on because they become mentions
 * @param removed sent on because they are no mentions any more
 * @param changed sent on because other queries or other words of theirs match
 * @param leftAlone ought to go but arrived so long ago that nothing remembers how they were counted
 * @param queries hash of the queries it began with
 */
public record RematchStatus(
        String id,
        String brand,
        State state,
        @Nullable String reason,
        Phase phase,
        @Nullable String cursor,
        boolean counted,
        long total,
        long looked,
        long added,
        long removed,
        long changed,
        long leftAlone,
        String queries,
        Instant at) {

    /** Whether there is anything left to do. */
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("failed")
        FAILED
    }

    /** What is done one after the other. */
    public enum Phase {
        /** Until everything said before the request can be found. */
        @JsonProperty("waiting")
        WAITING,
        /** Through the posts that the queries find. */
        @JsonProperty("posts")
        POSTS,
        /** Through the mentions there are. */
        @JsonProperty("mentions")
        MENTIONS,
        /** Until everything sent is counted. */
        @JsonProperty("settling")
        SETTLING
    }
}
