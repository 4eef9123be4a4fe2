package vigie.query;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The three forms of a piece of text.
 *
 * <p>ASCII and Latin letters with accents take a table; everything else goes through Unicode normalization.
 */
record Forms(String folded, String accented, String exact) {

    private static final int TABLE = 0x180;
    private static final @Nullable String[] LOWER = new String[TABLE];
    private static final @Nullable String[] FOLD = new String[TABLE];

    static {
        for (char c = 0; c < TABLE; c++) {
            var s = String.valueOf(c);
            var composed = Normalizer.normalize(s, Normalizer.Form.NFKC);
            // what compatibility changes, or lower-casing lengthens, is left to the slow way
            if (Character.isLetterOrDigit(c)
                    && composed.equals(s)
                    && s.toLowerCase(Locale.ROOT).length() == 1) {
                LOWER[c] = s.toLowerCase(Locale.ROOT);
                FOLD[c] = fold(s.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Forms of {@code text[start,end)}, behind {@code sigil} unless that is 0. */
    static Forms of(String text, int start, int end, char sigil) {
        boolean ascii = true;
        boolean lower = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            ascii &= c < 128;
            lower &= c < 'A' || c > 'Z';
        }
        if (ascii) {
            var exact = cut(withSigil(sigil, text.substring(start, end)));
            var folded = lower ? exact : exact.toLowerCase(Locale.ROOT);
            return new Forms(folded, folded, exact);
        }
        var forms = latin(text, start, end, sigil);
        return forms == null ? slow(text.substring(start, end), sigil) : forms;
    }

    private static @Nullable Forms latin(String text, int start, int end, char sigil) {
        var lower = new StringBuilder(end - start + 1);
        var folded = new StringBuilder(end - start + 2);
        if (sigil != 0) {
            lower.append(sigil);
            folded.append(sigil);
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 128 && LOWER[c] == null) {
                lower.append(c);
                folded.append(c);
                continue;
            }
            var low = c < TABLE ? LOWER[c] : null;
            if (low == null) {
                return null;
            }
            lower.append(low);
            folded.append(FOLD[c]);
        }
        return new Forms(
                cut(folded.toString()), cut(lower.toString()), cut(withSigil(sigil, text.substring(start, end))));
    }

    private static Forms slow(String written, char sigil) {
        var visible = visible(written);
        var exact = Normalizer.normalize(visible, Normalizer.Form.NFC);
        var lower = lower(exact);
        return new Forms(
                cut(withSigil(sigil, fold(lower))), cut(withSigil(sigil, lower)), cut(withSigil(sigil, exact)));
    }

    /** Lower case with accents, compatibility characters (full width, ligatures, fancy letters) made plain. */
    static String lower(String s) {
        var lower = Normalizer.normalize(s, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return withoutSpace(Normalizer.normalize(lower, Normalizer.Form.NFKC).replace('ς', 'σ'));
    }

    /** Removes the accents of an already lower-case text. */
    static String fold(String lower) {
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        var out = new StringBuilder(apart.length() + 2);
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (isAccent(c)) {
                continue;
            }
            switch (c) {
                case 'ß' -> out.append("ss");
                case 'œ' -> out.append("oe");
                case 'æ' -> out.append("ae");
                case 'þ' -> out.append("th");
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'đ', 'ð' -> out.append('d');
                case 'ħ' -> out.append('h');
                case 'ı' -> out.append('i');
                default -> out.append(c);
            }
        }
        // marks alone would leave nothing to look for
        return out.isEmpty() ? lower : withoutSpace(Normalizer.normalize(out, Normalizer.Form.NFC));
    }

    /** Accents of Latin, Greek and Cyrillic, Hebrew points and Arabic vowel signs; Indic vowels are letters and stay. */
    private static boolean isAccent(char c) {
        if (c < 0x300) {
            return false;
        }
        return c <= 0x36F
                || c >= 0x483 && c <= 0x487
                || c >= 0x591 && c <= 0x5C7 && Character.getType(c) == Character.NON_SPACING_MARK
                || c >= 0x610 && c <= 0x61A
                || c >= 0x64B && c <= 0x65F
                || c == 0x640
                || c == 0x670
                || c >= 0x6D6 && c <= 0x6ED && Character.getType(c) == Character.NON_SPACING_MARK
                || c >= 0x1AB0 && c <= 0x1AFF
                || c >= 0x1DC0 && c <= 0x1DFF
                || c >= 0x20D0 && c <= 0x20FF
                || c >= 0xFE20 && c <= 0xFE2F;
    }

    /** Without format characters: soft hyphens, joiners and direction marks nobody sees. */
    private static String visible(String s) {
        var out = new StringBuilder(s.length());
        s.codePoints().filter(cp -> !isInvisible(cp)).forEach(out::appendCodePoint);
        return out.isEmpty() ? s : out.toString();
    }

    static boolean isMark(int cp) {
        int type = Character.getType(cp);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInvisible(int cp) {
        return Character.getType(cp) == Character.FORMAT || cp >= 0xFE00 && cp <= 0xFE0F;
    }

    private static String withoutSpace(String s) {
        boolean space = false;
        for (int i = 0; i < s.length(); i++) {
            space |= isSpace(s.charAt(i));
        }
        if (!space) {
            return s;
        }
        var out = new StringBuilder(s.length());
        s.chars().filter(c -> !isSpace((char) c)).forEach(c -> out.append((char) c));
        return out.toString();
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String withSigil(char sigil, String s) {
        return sigil == 0 ? s : sigil + s;
    }

    static String cut(String s) {
        if (s.length() <= Token.MAX_FORM) {
            return s;
        }
        int end = Character.isHighSurrogate(s.charAt(Token.MAX_FORM - 1)) ? Token.MAX_FORM - 1 : Token.MAX_FORM;
        return s.substring(0, end);
    }
}
