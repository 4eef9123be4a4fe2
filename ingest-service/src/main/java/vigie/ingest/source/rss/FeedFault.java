package vigie.ingest.source.rss;

import java.io.IOException;

/** A feed answered, but not with what a feed must be; the message is meant for people. */
final class FeedFault extends IOException {

    private static final long serialVersionUID = 1L;

    FeedFault(String message) {
        super(message);
    }
}
