package vigie.analysis.sentiment;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** What kind of character stands here; tables and ranges, since this is asked for every character of every post. */
final class CharKinds {
    private static final int LETTERS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER;
    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;
    private static final int NUMBERS =
            1 << Character.DECIMAL_DIGIT_NUMBER | 1 << Character.LETTER_NUMBER | 1 << Character.OTHER_NUMBER;
    private static final int SIGNS = 1 << Character.CONNECTOR_PUNCTUATION
            | 1 << Character.DASH_PUNCTUATION
            | 1 << Character.START_PUNCTUATION
            | 1 << Character.END_PUNCTUATION
            | 1 << Character.INITIAL_QUOTE_PUNCTUATION
            | 1 << Character.FINAL_QUOTE_PUNCTUATION
            | 1 << Character.OTHER_PUNCTUATION
            | 1 << Character.MATH_SYMBOL
            | 1 << Character.CURRENCY_SYMBOL
            | 1 << Character.MODIFIER_SYMBOL
            | 1 << Character.OTHER_SYMBOL;

    /** Latin, Greek and Cyrillic letters without their accents; 0 where nothing is left. */
    private static final char[] FOLDED = folded();

    private CharKinds() {}

    private static char[] folded() {
        var table = new char[0x2000];
        for (char c = 0; c < table.length; c++) {
            table[c] = c;
            if (c >= 0x300 && c <= 0x36F) {
                table[c] = 0;
            } else if (c >= 0xC0) {
                String bare = Normalizer.normalize(String.valueOf(c), Form.NFD).replaceAll("[\\u0300-\\u036F]", "");
                if (bare.length() == 1) {
                    table[c] = bare.charAt(0);
                }
            }
        }
        return table;
    }

    /** The letter without its accents, or 0 when it is nothing but an accent. */
    static char fold(char c) {
        return c < FOLDED.length ? FOLDED[c] : c;
    }

    static boolean isMark(int codePoint) {
        return (MARKS >> Character.getType(codePoint) & 1) != 0;
    }

    static boolean isLetterOrMark(int codePoint) {
        return ((LETTERS | MARKS) >> Character.getType(codePoint) & 1) != 0;
    }

    static boolean isWord(int codePoint) {
        if (codePoint < 0x80) {
            int lower = codePoint | 0x20;
            return (lower >= 'a' && lower <= 'z') || (codePoint >= '0' && codePoint <= '9') || codePoint == '_';
        }
        return ((LETTERS | MARKS | NUMBERS) >> Character.getType(codePoint) & 1) != 0;
    }

    static boolean isSign(int codePoint) {
        return (SIGNS >> Character.getType(codePoint) & 1) != 0;
    }

    static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    static boolean isRegional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    /** Pictographs; the JDK of the baseline has no property for them, these blocks hold the ones people use. */
    static boolean isEmoji(int codePoint) {
        if (codePoint < 0x203C) {
            return codePoint == 0xA9 || codePoint == 0xAE;
        }
        return (codePoint >= 0x1F000 && codePoint <= 0x1FAFF && !isRegional(codePoint) && !isSkinTone(codePoint))
                || (codePoint >= 0x2600 && codePoint <= 0x27BF)
                || (codePoint >= 0x2190 && codePoint <= 0x21FF)
                || (codePoint >= 0x2300 && codePoint <= 0x23FF)
                || (codePoint >= 0x25A0 && codePoint <= 0x25FF)
                || (codePoint >= 0x2B00 && codePoint <= 0x2BFF)
                || codePoint == 0x203C
                || codePoint == 0x2049
                || codePoint == 0x3030
                || codePoint == 0x3297
                || codePoint == 0x3299;
    }
}
