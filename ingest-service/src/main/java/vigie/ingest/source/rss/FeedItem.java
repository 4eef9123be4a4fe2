package vigie.ingest.source.rss;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.ingest.PostRules;
import vigie.model.Author;
import vigie.model.Post;
import vigie.model.PostId;

/** One item of a feed, and the post it becomes. */
final class FeedItem {

    /** Longer ids are replaced by their hash, so that they fit where ids are keys. */
    private static final int LONGEST_ID = 300;

    private final SyndEntry entry;
    private final FeedDocument document;
    private final Feed feed;
    private final URI base;

    FeedItem(SyndEntry entry, FeedDocument document, Feed feed, URI base) {
        this.entry = entry;
        this.document = document;
        this.feed = feed;
        this.base = base;
    }

    /** An item that cannot become a post; the message says why, without its text. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The guid, else the link. A guid that is no address of its own is unique only within its feed, so the feed's host goes before
     * it.
     */
    String nativeId() throws Malformed {
        var guid = blankToNull(entry.getUri());
        var link = link();
        var id = guid == null ? link : guid.contains(":") ? guid : base.getHost() + "/" + guid;
        if (id == null) {
            throw new Malformed("has neither guid nor link");
        }
        if (id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID || !PostRules.isPlainId(id)) {
            return PostId.hash(id);
        }
        return id;
    }

    /** @param firstSeen its date when it has none */
    Post post(Instant firstSeen, Instant now) throws Malformed {
        var id = nativeId();
        var title = Html.text(Objects.toString(entry.getTitle(), ""), PostRules.TITLE);
        var text = Html.text(content(), PostRules.TEXT);
        if (title.isEmpty() && text.isEmpty()) {
            throw new Malformed("has neither title nor text");
        }
        var published = published(firstSeen);
        var fault = PostRules.timeFault(published, now);
        if (fault.isPresent()) {
            throw new Malformed("its date " + fault.get());
        }
        return new Post(
                id,
                feed.platform(),
                link(),
                published,
                null,
                title.isEmpty() ? null : title,
                text,
                lang(),
                author(),
                null,
                null,
                null,
                List.of(),
                null,
                "article",
                null,
                null,
                null);
    }

    private Instant published(Instant firstSeen) {
        return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                .filter(Objects::nonNull)
                .map(date -> date.toInstant())
                .findFirst()
                .orElse(firstSeen);
    }

    /** The longest of what it offers: a feed gives a teaser, the whole, or both. */
    private String content() {
        var offered = Stream.concat(
                Stream.ofNullable(entry.getDescription()),
                entry.getContents() == null ? Stream.of() : entry.getContents().stream());
        return offered.map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .reduce("", (a, b) -> a.length() >= b.length() ? a : b);
    }

    private @Nullable String link() {
        var link = blankToNull(entry.getLink());
        if (link == null) {
            return null;
        }
        try {
            var absolute = base.resolve(link.strip()).toString();
            return PostRules.isWebAddress(absolute) ? absolute : null;
        } catch (IllegalArgumentException e) {
            return PostRules.isWebAddress(link.strip()) ? link.strip() : null;
        }
    }

    private @Nullable String lang() {
        var lang = feed.lang() == null ? blankToNull(document.lang()) : feed.lang();
        return lang != null && PostRules.isLanguage(lang.strip()) ? lang.strip() : null;
    }

    /** Feeds know names, not accounts; the name at this host is the nearest to an id there is. */
    private @Nullable Author author() {
        var name = blankToNull(entry.getAuthor());
        if (name == null) {
            return null;
        }
        var plain = Html.text(name, PostRules.NAME);
        return plain.isEmpty() ? null : new Author(base.getHost() + "/" + plain, null, plain, null, null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
