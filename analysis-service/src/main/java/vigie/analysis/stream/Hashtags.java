package vigie.analysis.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vigie.model.Post;

/**
 * All hashtags of a post, declared or written, in lower case without {@code #}: whoever counts by hashtag finds in an analysed mention
 * the complete list, and the list that was counted before.
 */
final class Hashtags {

    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private Hashtags() {}

    static List<String> of(Post post) {
        var tags = new LinkedHashSet<String>();
        for (var declared : post.hashtags()) {
            add(tags, declared.startsWith("#") ? declared.substring(1) : declared);
        }
        if (post.title() != null) {
            find(post.title(), tags);
        }
        find(post.text(), tags);
        return List.copyOf(tags);
    }

    private static void find(String text, Set<String> tags) {
        for (int hash = text.indexOf('#'); hash >= 0 && tags.size() < MOST; hash = text.indexOf('#', hash + 1)) {
            if (hash > 0 && Character.isLetterOrDigit(text.codePointBefore(hash))) {
                continue;
            }
            var end = hash + 1;
            var wordy = false;
            while (end < text.length() && belongs(text.codePointAt(end))) {
                wordy |= !Character.isDigit(text.codePointAt(end));
                end += Character.charCount(text.codePointAt(end));
            }
            // "#1" is a rank, not a hashtag
            if (wordy) {
                add(tags, text.substring(hash + 1, end));
            }
        }
    }

    private static boolean belongs(int c) {
        var type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static void add(Set<String> tags, String tag) {
        if (!tag.isBlank() && tag.length() <= LONGEST && tags.size() < MOST) {
            tags.add(tag.toLowerCase(Locale.ROOT));
        }
    }
}
