package vigie.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a post may look like, whoever brings it. Sizes are UTF-16 units unless said otherwise; they keep a record well under Kafka's
 * one megabyte and an id under Elasticsearch's 512 bytes.
 */
public final class PostRules {

    public static final int TEXT = 100_000;
    public static final int TITLE = 2_000;
    public static final int URL = 4_096;
    public static final int NAME = 500;
    public static final int REFERENCE = 512;
    public static final int HASHTAGS = 100;
    public static final int HASHTAG = 140;

    /** Bytes of {@code platform:id} as UTF-8. */
    public static final int POST_ID_BYTES = 512;

    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/?#]\\S*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");

    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private PostRules() {}

    /** Lower case, up to 32 characters, no colon: it is the first half of the post id. */
    public static boolean isPlatform(String name) {
        return PLATFORM.matcher(name).matches();
    }

    /** An absolute http or https address without white space. */
    public static boolean isWebAddress(String url) {
        return url.length() <= URL && WEB.matcher(url).matches();
    }

    public static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /** Whether {@code platform:id} fits where it is a key. */
    public static boolean fitsAsKey(String postId) {
        return postId.length() <= POST_ID_BYTES && postId.getBytes(StandardCharsets.UTF_8).length <= POST_ID_BYTES;
    }

    /** Why a post cannot be of this time, if so: clocks and parsers of sources are often wrong, and everything counts by it. */
    public static Optional<String> timeFault(Instant time, Instant now) {
        if (time.isBefore(OLDEST)) {
            return Optional.of("is before the year 2000");
        }
        return time.isAfter(now.plus(AHEAD)) ? Optional.of("is more than 5 minutes ahead") : Optional.empty();
    }

    /**
     * Text that every part of the pipeline can carry: half surrogate pairs and NUL become U+FFFD, one for one, so that offsets
     * stay.
     */
    public static String carriable(String text) {
        if (isCarriable(text)) {
            return text;
        }
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < out.length() && Character.isLowSurrogate(out.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                out.setCharAt(i, '\uFFFD');
            }
        }
        return out.toString();
    }

    private static boolean isCarriable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an id can be told from another by looking: not blank, no control characters, no half pairs. */
    public static boolean isPlainId(String id) {
        return !id.isBlank() && carriable(id).equals(id) && id.chars().noneMatch(Character::isISOControl);
    }
}
