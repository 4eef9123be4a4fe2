package vigie.ingest.source.rss;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed taken apart. Document types are refused, and with them every entity trick.
 *
 * @param lang what the feed says it is written in
 */
record FeedDocument(List<SyndEntry> entries, @Nullable String lang) {

    static FeedDocument parse(byte[] bytes, @Nullable String contentType) throws IOException {
        try (var reader = new XmlReader(new ByteArrayInputStream(bytes), contentType, true)) {
            var feed = new SyndFeedImpl(new FeedInput().build(reader));
            return new FeedDocument(feed.getEntries(), feed.getLanguage());
        } catch (FeedException | RuntimeException | StackOverflowError e) {
            // the parser's message quotes the document, and deep nesting overflows its recursion
            throw new FeedFault("is no readable RSS, Atom or RDF document");
        }
    }
}
