package vigie.ingest.source.rss;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.ingest.source.Harvest;
import vigie.ingest.source.Source;
import vigie.ingest.source.rss.FeedClient.Fetched;
import vigie.model.Post;
import vigie.model.PostId;

/** One feed: fetched when it changed, read item by item, and only new or changed items passed on. */
final class RssSource implements Source {

    private final Feed feed;
    private final FeedClient client;

    RssSource(Feed feed, FeedClient client) {
        this.feed = feed;
        this.client = client;
    }

    @Override
    public String host() {
        return Objects.toString(feed.url().getHost(), "");
    }

    @Override
    public String platform() {
        return feed.platform();
    }

    @Override
    public Duration interval() {
        return feed.interval();
    }

    @Override
    public Harvest poll(@Nullable String text, Instant now) throws IOException {
        var cursor = FeedCursor.of(feed, text);
        var answer = client.fetch(URI.create(cursor.url()), cursor.etag(), cursor.lastModified(), now);
        if (answer instanceof Fetched.Body body) {
            return read(body, cursor, now);
        } else if (answer instanceof Fetched.NotModified) {
            return new Harvest.Unchanged();
        } else if (answer instanceof Fetched.Later later) {
            return new Harvest.Later(later.after(), "answers with status " + later.status());
        } else if (answer instanceof Fetched.Gone) {
            return new Harvest.Gone("answers that it is gone for good (410)");
        }
        throw new AssertionError(answer);
    }

    private Harvest read(Fetched.Body body, FeedCursor before, Instant now) throws IOException {
        var document = FeedDocument.parse(body.bytes(), body.contentType());
        var seen = new LinkedHashMap<String, FeedCursor.Seen>();
        var posts = new ArrayList<Post>();
        int malformed = 0;
        String fault = null;
        for (var entry : document.entries()) {
            try {
                var item = new FeedItem(entry, document, feed, body.url());
                var key = shortHash(item.nativeId());
                var known = before.seen().get(key);
                var post = item.post(known == null ? now : known.first(), now);
                var said = shortHash(post.toString());
                if (seen.putIfAbsent(key, new FeedCursor.Seen(said, known == null ? now : known.first())) == null
                        && (known == null || !known.said().equals(said))) {
                    posts.add(post);
                }
            } catch (FeedItem.Malformed e) {
                malformed++;
                fault = fault == null ? e.getMessage() : fault;
            }
        }
        before.seen().forEach((key, known) -> {
            if (seen.size() < FeedCursor.REMEMBERED) {
                seen.putIfAbsent(key, known);
            }
        });
        var cursor = new FeedCursor(before.configured(), body.url().toString(), body.etag(), body.lastModified(), seen);
        return new Harvest.Came(posts, malformed, fault, cursor.text());
    }

    private static String shortHash(String text) {
        return PostId.hash(text).substring(0, 16);
    }
}
