package vigie.analysis.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vigie.model.Post;
import vigie.query.Token;
import vigie.query.Tokenizer;

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
        if (text.indexOf('#') < 0 && text.indexOf('＃') < 0) {
            return;
        }
        for (var token : Tokenizer.tokenize(text)) {
            if (token.kind() == Token.Kind.HASHTAG) {
                add(tags, token.accented().substring(1));
            }
        }
    }

    private static void add(Set<String> tags, String tag) {
        // "#1" is a rank, not a hashtag
        var wordy = !tag.chars().allMatch(Character::isDigit);
        if (wordy && !tag.isBlank() && tag.length() <= LONGEST && tags.size() < MOST) {
            tags.add(tag.toLowerCase(Locale.ROOT));
        }
    }
}
