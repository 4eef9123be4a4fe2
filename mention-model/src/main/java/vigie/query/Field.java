package vigie.query;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields a query may name, and what kind of values they take. */
public enum Field {
    TITLE("title", Type.TEXT),
    AUTHOR("author", Type.NAME),
    SITE("site", Type.ADDRESS),
    URL("url", Type.ADDRESS),
    LINKS("links", Type.ADDRESS),
    HASHTAG("hashtag", Type.NAME),
    MENTION("mention", Type.NAME),
    LANG("lang", Type.KEYWORD),
    COUNTRY("country", Type.KEYWORD),
    PLATFORM("platform", Type.KEYWORD),
    MEDIA_TYPE("mediaType", Type.KEYWORD),
    KIND("kind", Type.KEYWORD),
    THREAD("thread", Type.ID),
    RATING("rating", Type.NUMBER),
    FOLLOWERS("followers", Type.NUMBER),
    PUBLISHED("published", Type.DATE),
    IS("is", Set.of("original", "reply", "repost", "review")),
    HAS("has", Set.of("title", "link", "hashtag", "mention", "cashtag", "emoji", "media", "rating", "location")),
    REACH("reach", Type.NUMBER, true),
    ENGAGEMENT("engagement", Type.NUMBER, true),
    LIKES("likes", Type.NUMBER, true),
    VIEWS("views", Type.NUMBER, true),
    VIRALITY("virality", Type.NUMBER, true),
    SENTIMENT("sentiment", Set.of("negative", "neutral", "positive"), true),
    LABEL("label", Type.KEYWORD, true),
    STORY("story", Type.ID, true);

    /** What a field's values are. */
    public enum Type {
        /** Words with all of the language's text clauses. */
        TEXT,
        /** A name without its sigil, compared without case; wildcards allowed. */
        NAME,
        /** A host or an address; matches everything below it. */
        ADDRESS,
        /** Compared without case. */
        KEYWORD,
        /** Compared as written. */
        ID,
        NUMBER,
        /** A UTC day or an instant. */
        DATE
    }

    private static final Map<String, String> ALIASES =
            Map.of("language", "lang", "from", "author", "domainurl", "site");

    private final String key;
    private final Type type;
    private final boolean later;
    private final Set<String> allowed;

    Field(String key, Type type) {
        this(key, type, false, Set.of());
    }

    Field(String key, Type type, boolean later) {
        this(key, type, later, Set.of());
    }

    Field(String key, Set<String> allowed) {
        this(key, Type.KEYWORD, false, allowed);
    }

    Field(String key, Set<String> allowed, boolean later) {
        this(key, Type.KEYWORD, later, allowed);
    }

    Field(String key, Type type, boolean later, Set<String> allowed) {
        this.key = key;
        this.type = type;
        this.later = later;
        this.allowed = allowed;
    }

    /** The name people write, and the key of its values in {@link Searchable}. */
    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    /** Whether the value is known only some time after the post arrives. */
    public boolean knownLater() {
        return later;
    }

    /** The only values there are, or empty when any may occur. */
    Set<String> allowed() {
        return allowed;
    }

    boolean isRange() {
        return type == Type.NUMBER || type == Type.DATE;
    }

    /** The field of a written name, in any case, aliases included. */
    static Optional<Field> of(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var wanted = ALIASES.getOrDefault(lower, lower);
        for (var field : values()) {
            if (field.key.equalsIgnoreCase(wanted)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
