package vigie.ingest.source;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked for posts: the door every platform's package implements. The runner calls it from one thread at a
 * time and does the waiting, the pacing and the remembering; a source only asks once and tells what came.
 */
public interface Source {

    /** Whom the requests burden; sources of the same host share one pace. */
    String host();

    /** The platform its posts are of. */
    String platform();

    /** How often it is asked when all goes well. */
    Duration interval();

    /**
     * Asks once.
     *
     * @param cursor what an earlier harvest left, null at the very first; it may be older than the last harvest after a crash
     * @throws IOException when it could not be reached or understood; the message is one sentence for people, without secrets and
     *     without anybody's text
     */
    Harvest poll(@Nullable String cursor, Instant now) throws IOException, InterruptedException;
}
