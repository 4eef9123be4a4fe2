package vigie.query;

/**
 * Finds emoji, whole: with variation selectors, skin tones, joined families, flags and keycaps.
 *
 * <p>Ranges as in Unicode's emoji-data; the JDK learnt these properties only in release 21.
 */
final class Emoji {
    private static final int VARIATION = 0xFE0F;
    private static final int TEXT_VARIATION = 0xFE0E;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;

    private Emoji() {}

    /** The offset after the emoji that starts at {@code i}, or {@code i} when none does. */
    static int end(String s, int i) {
        int cp = s.codePointAt(i);
        int next = i + Character.charCount(cp);
        if (isRegional(cp)) {
            return next < s.length() && isRegional(s.codePointAt(next)) ? next + 2 : next;
        }
        if (!isPictograph(cp) && !isSymbolMadeEmoji(s, cp, next)) {
            return i;
        }
        int end = modifiers(s, next);
        while (end < s.length() && s.charAt(end) == JOINER && end + 1 < s.length()) {
            int joined = s.codePointAt(end + 1);
            if (!isPictograph(joined) && Character.getType(joined) != Character.OTHER_SYMBOL) {
                break;
            }
            end = modifiers(s, end + 1 + Character.charCount(joined));
        }
        return end;
    }

    /** The offset after a keycap such as 1️⃣ whose digit stands at {@code i}, or {@code i}. */
    static int keycapEnd(String s, int i) {
        int at = i + 1;
        if (at < s.length() && s.charAt(at) == VARIATION) {
            at++;
        }
        return at < s.length() && s.charAt(at) == KEYCAP ? at + 1 : i;
    }

    static Forms forms(String s, int start, int end) {
        var plain = new StringBuilder();
        var toned = new StringBuilder();
        for (int i = start; i < end; ) {
            int cp = s.codePointAt(i);
            i += Character.charCount(cp);
            if (cp == VARIATION || cp == TEXT_VARIATION) {
                continue;
            }
            toned.appendCodePoint(cp);
            if (!isTone(cp)) {
                plain.appendCodePoint(cp);
            }
        }
        var exact = Forms.cut(toned.toString());
        return new Forms(plain.isEmpty() ? exact : Forms.cut(plain.toString()), exact, exact);
    }

    private static int modifiers(String s, int from) {
        int end = from;
        while (end < s.length()) {
            int cp = s.codePointAt(end);
            boolean tag = cp >= 0xE0020 && cp <= 0xE007F;
            if (cp != VARIATION && cp != TEXT_VARIATION && !isTone(cp) && !tag) {
                return end;
            }
            end += Character.charCount(cp);
        }
        return end;
    }

    private static boolean isRegional(int cp) {
        return cp >= 0x1F1E6 && cp <= 0x1F1FF;
    }

    private static boolean isTone(int cp) {
        return cp >= 0x1F3FB && cp <= 0x1F3FF;
    }

    private static boolean isPictograph(int cp) {
        if (cp >= 0x1F000) {
            boolean enclosedLetter = cp >= 0x1F100 && cp <= 0x1F1FF;
            return cp <= 0x1FAFF && (!enclosedLetter || isLetterButton(cp));
        }
        if (cp < 0x231A) {
            return false;
        }
        if (cp >= 0x2600 && cp <= 0x27BF) {
            boolean quotes = cp >= 0x275B && cp <= 0x2760;
            return !quotes && Character.getType(cp) == Character.OTHER_SYMBOL;
        }
        return cp <= 0x231B
                || cp >= 0x23E9 && cp <= 0x23F3
                || cp == 0x25FD
                || cp == 0x25FE
                || cp == 0x2B1B
                || cp == 0x2B1C
                || cp == 0x2B50
                || cp == 0x2B55
                || cp == 0x3030
                || cp == 0x303D
                || cp == 0x3297
                || cp == 0x3299;
    }

    private static boolean isLetterButton(int cp) {
        return cp == 0x1F170
                || cp == 0x1F171
                || cp == 0x1F17E
                || cp == 0x1F17F
                || cp == 0x1F18E
                || cp >= 0x1F191 && cp <= 0x1F19A;
    }

    /** Characters such as ™ or ↔ are text unless the emoji variation is asked for. */
    private static boolean isSymbolMadeEmoji(String s, int cp, int next) {
        if (cp < 0xA9 || next >= s.length() || s.charAt(next) != VARIATION) {
            return false;
        }
        int type = Character.getType(cp);
        return type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL || cp == 0x203C || cp == 0x2049;
    }
}
