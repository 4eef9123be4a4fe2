package vigie.analysis.sentiment;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Brings words to their normal form: lower case, Arabic letters folded, drawn-out letters shortened; cuts off elided articles. */
final class Words {
    private static final int STEM = 6;
    private static final String ENDINGS = "esaoxtin";

    /** A word with its tied parts, not yet cut at elisions. */
    void plain(CleanText clean, Tokens tokens, int from, int to) {
        char[] text = clean.chars;
        if (to - from > 2 && isUpper(text, from, to)) {
            tokens.capitals++;
        }
        if (to - from == 2 && (text[from] | 0x20) == 'r' && (text[from + 1] | 0x20) == 't') {
            return;
        }
        int start = from;
        for (int i = from; i < to; i++) {
            boolean apostrophe = text[i] == '\'' || text[i] == '’';
            if (apostrophe && i > start && i < to - 2 && WordTraits.isElision(text, start, i)) {
                word(clean, tokens, start, i + 1, false);
                start = i + 1;
            }
        }
        word(clean, tokens, start, to, false);
    }

    /** A hashtag as a whole, then the words inside it, cut where the case or the kind of character changes. */
    void tag(CleanText clean, Tokens tokens, int hash, int to) {
        int whole = tokens.add(Tokens.TAG, clean.from[hash], clean.to[to - 1]);
        normalise(clean, tokens, whole, hash + 1, to);
        char[] text = clean.chars;
        int start = hash + 1;
        while (start < to) {
            int end = partEnd(text, start, to);
            if (end > start) {
                word(clean, tokens, start, end, true);
                start = end;
            } else {
                start++;
            }
        }
    }

    /** {@code BNPParibas}: capitals up to the one that begins a word, else a capital with its small letters, digits, other scripts. */
    private static int partEnd(char[] text, int start, int to) {
        int i = start;
        while (i < to && Character.isUpperCase(text[i])) {
            i++;
        }
        if (i - start >= 2) {
            return i < to && Character.isLowerCase(text[i]) ? i - 1 : i;
        }
        int small = i;
        while (small < to && Character.isLowerCase(text[small])) {
            small++;
        }
        if (small > start) {
            return small;
        }
        if (Character.isDigit(text[start])) {
            while (i < to && Character.isDigit(text[i])) {
                i++;
            }
            return i;
        }
        while (i < to
                && text[i] != '_'
                && !Character.isDigit(text[i])
                && !Character.isUpperCase(text[i])
                && !Character.isLowerCase(text[i])) {
            i++;
        }
        return i;
    }

    private void word(CleanText clean, Tokens tokens, int from, int to, boolean ofTag) {
        int token = tokens.add(Tokens.WORD, clean.from[from], clean.to[to - 1]);
        tokens.ofTag[token] = ofTag;
        normalise(clean, tokens, token, from, to);
        if (tokens.length[token] == 0) {
            tokens.count--;
        }
    }

    private static void normalise(CleanText clean, Tokens tokens, int token, int from, int to) {
        long sum = 0;
        long bare = 0;
        int length = 0;
        int run = 0;
        char last = 0;
        boolean digits = true;
        for (int i = from; i < to; i++) {
            char c = arabic(Character.toLowerCase(clean.chars[i]));
            if (c == 0) {
                continue;
            }
            if (c == '’') {
                c = '\'';
            }
            run = c == last ? run + 1 : 1;
            last = c;
            if (run > 2 && Character.isLetter(c)) {
                continue;
            }
            digits &= c >= '0' && c <= '9';
            sum = Keys.roll(sum, c);
            if (c != '\'') {
                bare = Keys.roll(bare, c);
            }
            length++;
            char folded = CharKinds.fold(c);
            if (folded != 0) {
                tokens.fold(folded);
            }
        }
        if (length > 0 && digits) {
            tokens.foldedLength = tokens.foldedFrom[token];
            tokens.fold('0');
            sum = Keys.roll(0, '0');
            bare = sum;
            length = 1;
        }
        tokens.foldedTo[token] = tokens.foldedLength;
        tokens.sum[token] = sum;
        tokens.length[token] = length;
        int traits = WordTraits.of(Keys.of(Keys.WORD, sum));
        if (sum != bare) {
            traits |= WordTraits.of(Keys.of(Keys.WORD, bare)) & WordTraits.NEGATOR;
        }
        if (endsInNt(tokens, token)) {
            traits |= WordTraits.NEGATOR;
        }
        tokens.traits[token] = traits;
        tokens.stem[token] = stem(tokens, token);
    }

    private static boolean endsInNt(Tokens tokens, int token) {
        int end = tokens.foldedTo[token];
        char[] folded = tokens.folded;
        return end - tokens.foldedFrom[token] >= 3
                && folded[end - 1] == 't'
                && folded[end - 2] == '\''
                && folded[end - 3] == 'n';
    }

    private static int stemLength(Tokens tokens, int token) {
        int from = tokens.foldedFrom[token];
        int length = tokens.foldedTo[token] - from;
        if (length > STEM) {
            return STEM;
        }
        boolean inflected = length >= 5 && ENDINGS.indexOf(tokens.folded[from + length - 1]) >= 0;
        return inflected ? length - 1 : length;
    }

    private static long stem(Tokens tokens, int token) {
        int from = tokens.foldedFrom[token];
        int length = stemLength(tokens, token);
        long sum = 0;
        for (int i = from; i < from + length; i++) {
            sum = Keys.roll(sum, tokens.folded[i]);
        }
        return sum;
    }

    static String normalise(String phrase) {
        var normal = new StringBuilder();
        int run = 0;
        char last = 0;
        for (char c : Normalizer.normalize(phrase, Form.NFKC).toCharArray()) {
            char n = arabic(Character.toLowerCase(c == '’' ? '\'' : c));
            run = n == last ? run + 1 : 1;
            last = n;
            if (n != 0 && (run <= 2 || !Character.isLetter(n))) {
                normal.append(n);
            }
        }
        return normal.toString();
    }

    static String stem(String word) {
        var tokens = new Tokens();
        int token = tokens.add(Tokens.WORD, 0, 0);
        for (char c : word.toCharArray()) {
            char folded = CharKinds.fold(c);
            if (folded != 0) {
                tokens.fold(folded);
            }
        }
        tokens.foldedTo[token] = tokens.foldedLength;
        return new String(tokens.folded, 0, stemLength(tokens, token));
    }

    /** Alef, ya and ta marbuta in one form each; vowel marks and the stretching line dropped (0). */
    private static char arabic(char c) {
        if (c < 0x622 || c > 0x670) {
            return c;
        }
        if ((c >= 0x64B && c <= 0x65F) || c == 0x670 || c == 0x640) {
            return 0;
        }
        if (c == 0x622 || c == 0x623 || c == 0x625) {
            return 0x627;
        }
        if (c == 0x649 || c == 0x626) {
            return 0x64A;
        }
        return c == 0x629 ? 0x647 : c == 0x624 ? 0x648 : c;
    }

    private static boolean isUpper(char[] text, int from, int to) {
        boolean any = false;
        for (int i = from; i < to; i++) {
            if (Character.isLowerCase(text[i])) {
                return false;
            }
            any |= Character.isUpperCase(text[i]);
        }
        return any;
    }
}
