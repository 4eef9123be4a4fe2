package vigie.store;

import java.util.Locale;

/** What mentions can be broken down by. */
public enum Dimension {
    SENTIMENT("label"),
    PLATFORM("post.platform"),
    LANG("lang"),
    AUTHOR("post.author"),
    HASHTAG("post.hashtags"),
    QUERY("queries"),
    COUNTRY("post.country"),
    SITE("post.site"),
    STORY("story");

    private final String path;

    Dimension(String path) {
        this.path = path;
    }

    /** Reads the name used in addresses. */
    public static Dimension of(String name) {
        for (var dimension : values()) {
            if (dimension.wire().equals(name)) {
                return dimension;
            }
        }
        throw new RefusedRequest(
                "by", "one of sentiment, platform, lang, author, hashtag, query, country, site, story");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String path() {
        return path;
    }
}
