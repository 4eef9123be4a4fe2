package vigie.analysis.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/**
 * The words of a text in lower case, without links, handles, hashtags and signs; and how many letters each script has. At most the first
 * two thousand characters: more would not change the answer.
 */
final class Letters {
    private static final int ENOUGH = 2_000;
    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

    /** Words, each between two spaces. */
    final char[] chars;

    final int length;
    final int words;
    private final int[] byScript = new int[SCRIPTS.length];

    Letters(String text) {
        int end = Math.min(text.length(), ENOUGH);
        var kept = new char[end * 2 + 2];
        int n = 0;
        int count = 0;
        kept[n++] = ' ';
        int i = 0;
        while (i < end) {
            char c = text.charAt(i);
            boolean fresh = kept[n - 1] == ' ';
            if (fresh && (c == '@' || c == '#' || text.startsWith("http", i) || text.startsWith("www.", i))) {
                i = spaceAfter(text, i, end);
                continue;
            }
            boolean letter = c < 0x80 ? isAsciiLetter(c) : Character.isLetter(c) || isMark(c);
            if (letter) {
                count += fresh ? 1 : 0;
                byScript[(c < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(c)).ordinal()]++;
                kept[n++] = Character.toLowerCase(c);
            } else if (!fresh) {
                kept[n++] = ' ';
            }
            i++;
        }
        if (kept[n - 1] != ' ') {
            kept[n++] = ' ';
        }
        chars = Arrays.copyOf(kept, n);
        length = n;
        words = count;
    }

    private static int spaceAfter(String text, int from, int end) {
        int i = from;
        while (i < end && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isAsciiLetter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    int letters() {
        return length - words - 1;
    }

    int of(UnicodeScript script) {
        return byScript[script.ordinal()];
    }

    boolean holds(String any) {
        for (int i = 0; i < length; i++) {
            if (chars[i] != ' ' && any.indexOf(chars[i]) >= 0) {
                return true;
            }
        }
        return false;
    }
}
