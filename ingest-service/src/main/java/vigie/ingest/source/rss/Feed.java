package vigie.ingest.source.rss;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A feed to ask.
 *
 * @param url as configured; a permanent redirect is remembered beside it, in the cursor
 * @param lang what its posts are written in; what the feed says when null
 */
record Feed(
        URI url,
        Duration interval,
        String platform,
        @Nullable String lang) {}
