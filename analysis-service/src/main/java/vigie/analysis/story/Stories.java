package vigie.analysis.story;

import java.text.Normalizer;
import java.util.Locale;
import vigie.model.Post;
import vigie.model.PostId;

/**
 * Gives every post the id of its story, so that a text copied a thousand times can be counted once. Deterministic and without memory:
 * the id is a hash of the words, with links, handles, case, white space and punctuation taken away.
 *
 * <p>A text of fewer than five words ("so true!") says nothing about being the same story, so it has a story of its own; a bare share
 * has that of the post it shares.
 */
public final class Stories {

    private static final int ENOUGH_WORDS = 5;

    /** What lies beyond is not looked at, so that one huge text costs no more than this. */
    private static final int LONGEST = 10_000;

    private Stories() {}

    public static String of(Post post) {
        var words = Words.of(post.title() == null ? post.text() : post.title() + "\n" + post.text());
        if (words.count() >= ENOUGH_WORDS) {
            return id("text\n" + words.text());
        }
        var shared = post.repostOf();
        return id("post\n" + (shared == null ? post.postId() : PostId.of(post.platform(), shared)));
    }

    private static String id(String of) {
        return PostId.hash(of).substring(0, 16);
    }

    /** @param count words; in scripts written without spaces every character counts as one */
    private record Words(String text, int count) {

        static Words of(String raw) {
            var cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
            var kept = new StringBuilder(cut.length());
            var count = 0;
            for (var piece : Normalizer.normalize(cut, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .split("\\s+")) {
                if (!isLinkOrHandle(piece)) {
                    count += append(kept, piece);
                }
            }
            var text = kept.toString();
            // the mark old clients put before a copied post
            return text.startsWith("rt ") ? new Words(text.substring(3), count - 1) : new Words(text, count);
        }

        private static boolean isLinkOrHandle(String piece) {
            return piece.startsWith("@") || piece.startsWith("www.") || piece.contains("://");
        }

        private static int append(StringBuilder kept, String piece) {
            var words = 0;
            var inside = false;
            for (int i = 0; i < piece.length(); ) {
                var c = piece.codePointAt(i);
                i += Character.charCount(c);
                if (!Character.isLetterOrDigit(c)) {
                    inside = inside && isMark(c);
                    if (inside) {
                        kept.appendCodePoint(c);
                    }
                    continue;
                }
                var alone = isUnspaced(c);
                if (!inside || alone) {
                    words++;
                    if (!kept.isEmpty()) {
                        kept.append(' ');
                    }
                }
                kept.appendCodePoint(c);
                inside = !alone;
            }
            return words;
        }

        /** Accents that did not fuse and vowel signs belong to the word they stand in. */
        private static boolean isMark(int c) {
            var type = Character.getType(c);
            return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        }

        private static boolean isUnspaced(int c) {
            if (Character.isIdeographic(c)) {
                return true;
            }
            var script = Character.UnicodeScript.of(c);
            return script == Character.UnicodeScript.HIRAGANA
                    || script == Character.UnicodeScript.KATAKANA
                    || script == Character.UnicodeScript.THAI;
        }
    }
}
