package vigie.analysis.story;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

/**
 * The words of a text as copies of it keep them: links, handles, case, white space and punctuation are taken away. In scripts written
 * without spaces every character counts as a word.
 */
final class Words {

    /** What lies beyond is not looked at, so that one huge text costs no more than this. */
    private static final int LONGEST = 10_000;

    /** A line with more capitals than this is a headline or shouted, and they say nothing about names. */
    private static final double MOSTLY = 0.6;

    private final StringBuilder kept = new StringBuilder();
    private final BitSet unspaced = new BitSet();
    private final BitSet capitals = new BitSet();
    private final BitSet names = new BitSet();
    private final BitSet numbers = new BitSet();
    private int[] starts = new int[64];
    private int count;
    private int first;

    private int line;
    private boolean sentenceStarts = true;

    private Words() {}

    static Words of(String raw) {
        var cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        var words = new Words();
        words.read(Normalizer.normalize(cut, Normalizer.Form.NFKC));
        words.endLine();
        if (words.count > 0 && words.word(0).equals("rt") && words.kept.length() > 2) {
            // the mark old clients put before a copied post
            words.first = 1;
        }
        return words;
    }

    private void read(String text) {
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            var c = i < text.length() ? text.charAt(i) : '\n';
            if (isSpace(c)) {
                if (i > from) {
                    piece(text.substring(from, i));
                }
                from = i + 1;
                if (c == '\n') {
                    endLine();
                }
            }
        }
    }

    private void piece(String raw) {
        var piece = raw.toLowerCase(Locale.ROOT);
        if (!piece.startsWith("@") && !piece.startsWith("www.") && !piece.contains("://")) {
            var before = count;
            append(piece);
            var begins = firstLetter(raw);
            if (count > before && Character.isUpperCase(begins)) {
                capitals.set(before);
                names.set(before, !sentenceStarts);
            }
        }
        sentenceStarts = ".!?…:".indexOf(raw.charAt(raw.length() - 1)) >= 0;
    }

    private static int firstLetter(String piece) {
        return piece.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(' ');
    }

    private void append(String piece) {
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
                begin(alone);
            }
            if (Character.isDigit(c)) {
                numbers.set(count - 1);
            }
            kept.appendCodePoint(c);
            inside = !alone;
        }
    }

    private void begin(boolean alone) {
        if (!kept.isEmpty()) {
            kept.append(' ');
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count] = kept.length();
        unspaced.set(count, alone);
        count++;
    }

    private void endLine() {
        if (capitals.get(line, count).cardinality() > MOSTLY * (count - line)) {
            names.clear(line, count);
        }
        line = count;
        sentenceStarts = true;
    }

    int count() {
        return count - first;
    }

    /** All of them, with one blank between. */
    String text() {
        return first == 0 ? kept.toString() : kept.substring(3);
    }

    String word(int i) {
        var at = i + first;
        return kept.substring(starts[at], at + 1 < count ? starts[at + 1] - 1 : kept.length());
    }

    /** Whether it is one character of a script without spaces. */
    boolean isUnspacedAt(int i) {
        return unspaced.get(i + first);
    }

    /** Whether it says which case is spoken of: a number, or a name as far as capitals show it. */
    boolean isFact(int i) {
        return numbers.get(i + first) || names.get(i + first);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    /** Accents that did not fuse and vowel signs belong to the word they stand in. */
    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int c) {
        if (c < 0xE00) {
            return false;
        }
        if (Character.isIdeographic(c)) {
            return true;
        }
        var script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI;
    }
}
