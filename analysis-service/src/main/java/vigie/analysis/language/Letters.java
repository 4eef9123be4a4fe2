package vigie.analysis.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/**
 * The words of a text in lower case, without links, handles, hashtags and signs; and how many letters each script has. At most the first
 * two thousand characters: more would not change the answer. Reused from text to text.
 */
final class Letters {
    private static final int ENOUGH = 2_000;
    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();
    private static final int LATIN = UnicodeScript.LATIN.ordinal();

    /** By character, for the letters of most alphabets: the number of the script, or −1 for what is no letter. */
    private static final short[] SCRIPT_OF = new short[0x800];

    static {
        for (char c = 0; c < SCRIPT_OF.length; c++) {
            SCRIPT_OF[c] = script(c);
        }
    }

    /** Words, each between two spaces. */
    final char[] chars = new char[ENOUGH + 2];

    int length;
    int words;
    private final int[] byScript = new int[SCRIPTS.length];

    static Letters of(String text) {
        var letters = new Letters();
        letters.read(text);
        return letters;
    }

    void read(String text) {
        int end = Math.min(text.length(), ENOUGH);
        int n = 0;
        int count = 0;
        int latin = 0;
        Arrays.fill(byScript, 0);
        chars[n++] = ' ';
        boolean fresh = true;
        int i = 0;
        while (i < end) {
            char c = text.charAt(i);
            if (fresh && (c == '@' || c == '#' || isLink(text, c, i))) {
                i = spaceAfter(text, i, end);
                continue;
            }
            int script = c < SCRIPT_OF.length ? SCRIPT_OF[c] : script(c);
            if (script >= 0) {
                count += fresh ? 1 : 0;
                fresh = false;
                if (script == LATIN) {
                    latin++;
                } else {
                    byScript[script]++;
                }
                chars[n++] = c < 0x80 ? (char) (c | 0x20) : Character.toLowerCase(c);
            } else if (!fresh) {
                chars[n++] = ' ';
                fresh = true;
            }
            i++;
        }
        if (!fresh) {
            chars[n++] = ' ';
        }
        byScript[LATIN] = latin;
        length = n;
        words = count;
    }

    private static boolean isLink(String text, char c, int at) {
        return c == 'h' ? text.startsWith("http", at) : c == 'w' && text.startsWith("www.", at);
    }

    private static short script(char c) {
        if (c < 0x80) {
            return (short) (isAsciiLetter(c) ? LATIN : -1);
        }
        return (short) (Character.isLetter(c) || isMark(c) ? UnicodeScript.of(c).ordinal() : -1);
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
