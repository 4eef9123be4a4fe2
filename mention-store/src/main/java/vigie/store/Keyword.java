package vigie.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import vigie.model.PostId;

/**
 * Values compared as a whole: ids, hosts, hashtags, handles.
 *
 * <p>Elasticsearch takes at most 512 bytes as a document id and Lucene 32,766 as a term, while a native id or a hashtag may be any
 * length. A longer value keeps its beginning and gets a hash of the whole, in documents and in filters alike, so that equal stays
 * equal and different stays different.
 */
final class Keyword {

    private static final int MOST_BYTES = 400;
    private static final int KEPT_CHARS = 100;

    private Keyword() {}

    static String of(String value) {
        var whole = WellFormed.of(value);
        if (whole.length() * 3 <= MOST_BYTES || whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return whole;
        }
        return WellFormed.of(whole.substring(0, KEPT_CHARS)) + "…" + PostId.hash(whole);
    }

    /** For values where case means nothing. */
    static String lower(String value) {
        return of(value.toLowerCase(Locale.ROOT));
    }
}
