package vigie.analysis.sentiment;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;

/**
 * A text freed from escapes and compatibility forms (NFKC), with the way back: each char knows the piece of the original it came from,
 * so that evidence can point into what the author wrote. Reused from text to text.
 */
final class CleanText {
    /** Longest text read, in UTF-16 units; posts are far shorter, and the time of an answer stays bounded. */
    static final int LONGEST = 20_000;

    /** Marks stacked on one letter beyond this many are noise, not language, and would cost quadratic time to order. */
    private static final int STACK = 8;

    char[] chars = new char[1024];
    int[] from = new int[1024];
    int[] to = new int[1024];
    int length;

    private char[] nextChars = new char[1024];
    private int[] nextFrom = new int[1024];
    private int[] nextTo = new int[1024];
    private int nextLength;

    void load(String text) {
        length = Math.min(text.length(), LONGEST);
        reserve(length);
        text.getChars(0, length, chars, 0);
        boolean escaped = false;
        boolean ascii = true;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            from[i] = i;
            to[i] = i + 1;
            escaped |= c == '\\' || c == '&';
            ascii &= c < 0x80;
        }
        if (escaped) {
            unescape(true);
            unescape(false);
        }
        if (!ascii || escaped) {
            unstack();
            compose();
        }
    }

    private void unescape(boolean backslashes) {
        nextLength = 0;
        int i = 0;
        while (i < length) {
            char c = chars[i];
            if (c == '&') {
                long entity = Entities.at(chars, i, length);
                if (entity != 0) {
                    int read = (int) entity;
                    for (char unit : Character.toChars((int) (entity >>> 32))) {
                        put(unit, i, i + read);
                    }
                    i += read;
                    continue;
                }
            } else if (c == '\\' && backslashes && i + 1 < length) {
                char after = chars[i + 1];
                int code = after == 'u' ? hex(i + 2) : after == '"' ? '"' : after == 'n' ? ' ' : -1;
                if (code >= 0) {
                    int read = after == 'u' ? 6 : 2;
                    put((char) code, i, i + read);
                    i += read;
                    continue;
                }
            }
            put(c, i, i + 1);
            i++;
        }
        swap();
    }

    private int hex(int at) {
        if (at + 4 > length) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(chars[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private void unstack() {
        int run = 0;
        int kept = 0;
        for (int i = 0; i < length; i++) {
            run = chars[i] >= 0x300 && CharKinds.isMark(chars[i]) ? run + 1 : 0;
            if (run <= STACK) {
                chars[kept] = chars[i];
                from[kept] = from[i];
                to[kept++] = to[i];
            }
        }
        length = kept;
    }

    private void compose() {
        if (Normalizer.isNormalized(CharBuffer.wrap(chars, 0, length), Form.NFKC)) {
            return;
        }
        nextLength = 0;
        int i = 0;
        while (i < length && nextLength < LONGEST) {
            int end = i + 1;
            if (Character.isHighSurrogate(chars[i]) && end < length && Character.isLowSurrogate(chars[end])) {
                end++;
            }
            while (end < length && chars[end] >= 0x300 && CharKinds.isMark(chars[end])) {
                end++;
            }
            if (end == i + 1 && chars[i] < 0xA0) {
                put(chars[i], i, end);
            } else {
                String composed = Normalizer.normalize(CharBuffer.wrap(chars, i, end - i), Form.NFKC);
                boolean same = composed.length() == end - i;
                for (int k = 0; k < composed.length(); k++) {
                    put(composed.charAt(k), same ? i + k : i, same ? i + k + 1 : end);
                }
            }
            i = end;
        }
        swap();
    }

    /** Adds a char that stands for the units {@code first} to {@code end} of the current state. */
    private void put(char c, int first, int end) {
        if (nextLength == nextChars.length) {
            int size = nextLength * 2;
            nextChars = Arrays.copyOf(nextChars, size);
            nextFrom = Arrays.copyOf(nextFrom, size);
            nextTo = Arrays.copyOf(nextTo, size);
        }
        nextChars[nextLength] = c;
        nextFrom[nextLength] = from[first];
        nextTo[nextLength++] = to[end - 1];
    }

    private void swap() {
        char[] c = chars;
        int[] f = from;
        int[] t = to;
        chars = nextChars;
        from = nextFrom;
        to = nextTo;
        length = nextLength;
        nextChars = c;
        nextFrom = f;
        nextTo = t;
    }

    private void reserve(int size) {
        if (chars.length < size) {
            chars = new char[size];
            from = new int[size];
            to = new int[size];
        }
    }
}
