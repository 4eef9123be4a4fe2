package vigie.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Decides what a token is, for posts and queries, in every engine.
 *
 * <p>Words follow UAX #29, but a hyphen, apostrophe, full stop or underscore inside a word always splits, so that neither
 * {@code l'Oréal} nor {@code Acme-gate} nor {@code late.Acme} hides a brand; a query's word splits in the same way and becomes a
 * phrase. On top: {@code #tag} followed by the plain words in it, {@code @user}, {@code $cash}, emoji, links (one token, so that their
 * random letters match nothing), and one token for each character of scripts written without spaces.
 */
public final class Tokenizer {
    private static final int GAP = 0;
    private static final int LETTER = 1;
    private static final int DIGIT = 2;
    private static final int MARK = 3;
    /** A letter that is a token of its own: Chinese, Japanese, Thai … */
    private static final int SOLO = 4;

    private static final int INVISIBLE = 5;
    private static final int WILDCARD = 6;

    /** After these a full stop does not end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "st", "ste", "jr", "sr", "vs", "no", "inc", "ltd", "co", "corp", "prof", "mme",
            "mlle", "cf", "av", "ave", "bd", "etc", "env", "ex", "approx", "dept", "est", "tel", "tél");

    private final String text;
    private final boolean wildcards;
    private final List<Token> tokens;
    private int sentence;
    private boolean stopSeen;
    private boolean endSeen;

    private Tokenizer(String text, boolean wildcards) {
        this.text = text;
        this.wildcards = wildcards;
        this.tokens = new ArrayList<>(8 + text.length() / 6);
    }

    /** The tokens of a post's text, in order; a token's position is its index. */
    public static List<Token> tokenize(String text) {
        return new Tokenizer(text, false).scan();
    }

    /** The tokens of a query's word, in which {@code *} and {@code ?} count as letters. */
    static List<Token> tokenizePattern(String word) {
        return new Tokenizer(word, true).scan();
    }

    private List<Token> scan() {
        int i = 0;
        while (i < text.length()) {
            i = step(i);
        }
        return tokens;
    }

    private int step(int i) {
        char c = text.charAt(i);
        if (c == '#' || c == '＃') {
            return c == '#' && Emoji.keycapEnd(text, i) > i ? emoji(i, Emoji.keycapEnd(text, i)) : hashtag(i);
        }
        if (c == '@' || c == '＠') {
            return mention(i);
        }
        if (c == '$') {
            return cashtag(i);
        }
        int cp = c < 128 ? c : text.codePointAt(i);
        int type = type(cp);
        if (type == DIGIT && cp < 128 || cp == '*') {
            int end = Emoji.keycapEnd(text, i);
            if (end > i) {
                return emoji(i, end);
            }
        }
        if (type == LETTER || type == DIGIT || type == SOLO || type == WILDCARD) {
            int link = linkEnd(i);
            return link > i ? link(i, link) : word(i, text.length(), Token.Kind.WORD);
        }
        if (cp >= 0xA9) {
            int end = Emoji.end(text, i);
            if (end > i) {
                return emoji(i, end);
            }
        }
        between(cp, i);
        return i + Character.charCount(cp);
    }

    /** One word from {@code i}, not past {@code limit}; returns where to go on. */
    private int word(int i, int limit, Token.Kind kind) {
        int cp = text.codePointAt(i);
        boolean solo = type(cp) == SOLO;
        boolean digitsOnly = type(cp) == DIGIT;
        int at = i + Character.charCount(cp);
        int end = at;
        while (at < limit) {
            cp = text.codePointAt(at);
            int type = type(cp);
            int next = at + Character.charCount(cp);
            if (type == MARK || !solo && (type == LETTER || type == DIGIT || type == WILDCARD)) {
                digitsOnly &= type != LETTER && type != WILDCARD;
                end = next;
            } else if (type != INVISIBLE && !(!solo && isDecimalPoint(cp, at, limit))) {
                break;
            }
            at = next;
        }
        var found = digitsOnly && kind == Token.Kind.WORD ? Token.Kind.NUMBER : kind;
        add(Forms.of(text, i, end, (char) 0), i, end, found);
        return Math.max(end, at);
    }

    private boolean isDecimalPoint(int cp, int at, int limit) {
        return (cp == '.' || cp == ',')
                && at + 1 < limit
                && isAsciiDigit(text.charAt(at - 1))
                && isAsciiDigit(text.charAt(at + 1));
    }

    private int hashtag(int i) {
        int end = i + 1;
        // &#39; is a character reference, not a tag
        if (i == 0 || text.charAt(i - 1) != '&') {
            end = nameEnd(i + 1);
        }
        if (end == i + 1) {
            between('#', i);
            return end;
        }
        add(Forms.of(text, i + 1, end, '#'), i, end, Token.Kind.HASHTAG);
        tagParts(i + 1, end);
        return end;
    }

    /** The plain words of a hashtag: its camel-case parts, and the whole when it has several. */
    private void tagParts(int start, int end) {
        int from = start;
        int parts = 0;
        boolean underscore = false;
        for (int i = start; i < end; ) {
            int cp = text.codePointAt(i);
            int next = i + Character.charCount(cp);
            underscore |= cp == '_';
            if (cp == '_' || i > from && startsPart(from, i, next, end, cp)) {
                parts += plainWords(from, i);
                from = cp == '_' ? next : i;
            }
            i = next;
        }
        parts += plainWords(from, end);
        if (parts > 1 && !underscore && isUniform(start, end)) {
            word(start, end, Token.Kind.TAG_PART);
        }
    }

    private boolean startsPart(int from, int i, int next, int end, int cp) {
        int before = text.codePointBefore(i);
        if (Character.isDigit(cp)) {
            // a year or a number behind a name must not hide the name: AcmeBank2026
            return Character.isLowerCase(before);
        }
        if (!Character.isUpperCase(cp)) {
            return false;
        }
        if (Character.isUpperCase(before)) {
            // the last capital of a run belongs to the word it starts: HTMLParser
            return next < end && Character.isLowerCase(text.codePointAt(next));
        }
        return Character.isLowerCase(before) || Character.isDigit(before) && hasLowerCase(from, i);
    }

    private boolean hasLowerCase(int from, int to) {
        return text.substring(from, to).codePoints().anyMatch(Character::isLowerCase);
    }

    /** Whether one word covers it all: no script of single characters in it. */
    private boolean isUniform(int start, int end) {
        return text.substring(start, end).codePoints().noneMatch(cp -> type(cp) == SOLO);
    }

    private int plainWords(int from, int to) {
        int words = 0;
        for (int i = from; i < to; ) {
            int type = type(text.codePointAt(i));
            if (type == LETTER || type == DIGIT || type == SOLO || type == WILDCARD) {
                i = word(i, to, Token.Kind.TAG_PART);
                words++;
            } else {
                i += Character.charCount(text.codePointAt(i));
            }
        }
        return words;
    }

    private int mention(int i) {
        int end = i > 0 && isNamePart(text.codePointBefore(i)) ? i + 1 : nameEnd(i + 1);
        if (end == i + 1) {
            between('@', i);
            return end;
        }
        add(Forms.of(text, i + 1, end, '@'), i, end, Token.Kind.MENTION);
        return end;
    }

    private int cashtag(int i) {
        boolean letter = i + 1 < text.length() && type(text.codePointAt(i + 1)) == LETTER;
        boolean glued = i > 0 && isNamePart(text.codePointBefore(i));
        if (!letter || glued) {
            between('$', i);
            return i + 1;
        }
        int end = i + 1;
        while (end < text.length() && isCashPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        add(Forms.of(text, i + 1, end, '$'), i, end, Token.Kind.CASHTAG);
        return end;
    }

    private boolean isCashPart(int cp) {
        int type = type(cp);
        return type == LETTER || type == DIGIT || type == WILDCARD;
    }

    /** Where the name of a tag or user that starts at {@code from} ends; names hold letters, digits, marks and underscores. */
    private int nameEnd(int from) {
        int end = from;
        boolean substance = false;
        for (int at = from; at < text.length(); ) {
            int cp = text.codePointAt(at);
            int type = type(cp);
            boolean first = at == from;
            if (cp != '_' && (type == GAP || first && (type == MARK || type == INVISIBLE))) {
                break;
            }
            at += Character.charCount(cp);
            if (type != INVISIBLE) {
                end = at;
            }
            substance |= cp != '_';
        }
        return substance ? end : from;
    }

    private boolean isNamePart(int cp) {
        int type = type(cp);
        return cp == '_' || type == LETTER || type == DIGIT || type == MARK;
    }

    private int linkEnd(int i) {
        char c = text.charAt(i);
        // a query with wildcards looks for words; addresses have fields of their own
        if (wildcards || c != 'h' && c != 'H') {
            return i;
        }
        int from = text.regionMatches(true, i, "https://", 0, 8)
                ? i + 8
                : text.regionMatches(true, i, "http://", 0, 7) ? i + 7 : text.length();
        if (from >= text.length() || !Character.isLetterOrDigit(text.charAt(from))) {
            return i;
        }
        int end = from;
        while (end < text.length() && isLinkPart(text.charAt(end))) {
            end++;
        }
        while (".,;:!?'\")]}*".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isLinkPart(char c) {
        return c > ' '
                && c < 0x2000
                && c != '<'
                && c != '>'
                && c != '"'
                && c != 0x7F
                && c != '«'
                && c != '»'
                && !Forms.isSpace(c);
    }

    private int link(int start, int end) {
        add(Forms.of(text, start, end, (char) 0), start, end, Token.Kind.LINK);
        return end;
    }

    private int emoji(int start, int end) {
        add(Emoji.forms(text, start, end), start, end, Token.Kind.EMOJI);
        return end;
    }

    private void add(Forms forms, int start, int end, Token.Kind kind) {
        if (endSeen || stopSeen) {
            if (endSeen || endsAtStop(start)) {
                sentence++;
            }
            endSeen = false;
            stopSeen = false;
        }
        tokens.add(new Token(forms.folded(), forms.accented(), forms.exact(), start, end, sentence, kind));
    }

    /** A full stop ends a sentence unless a lower-case word follows or an initial or abbreviation stands before. */
    private boolean endsAtStop(int start) {
        if (Character.isLowerCase(text.codePointAt(start))) {
            return false;
        }
        var before = tokens.get(tokens.size() - 1);
        boolean initial = before.kind() == Token.Kind.WORD && before.folded().length() == 1;
        return !initial && !ABBREVIATIONS.contains(before.accented());
    }

    /** Notes what stands between two tokens, for the sentence's end. */
    private void between(int cp, int i) {
        if (tokens.isEmpty()) {
            return;
        }
        switch (cp) {
            case '\n',
                    '\r',
                    '!',
                    '?',
                    '\u0085',
                    '\u2028',
                    '\u2029',
                    '。',
                    '！',
                    '？',
                    '｡',
                    '؟',
                    '۔',
                    '।',
                    '॥',
                    '‼',
                    '⁉',
                    '‽' -> endSeen = true;
            case '.', '…' -> {
                // acme.com and v.2 go on; "late." and "late...Never" may end
                int next = i + 1 < text.length() ? text.codePointAt(i + 1) : ' ';
                stopSeen |= type(next) == GAP || cp == '…' || text.charAt(i - 1) == '.';
            }
            default -> {}
        }
    }

    private int type(int cp) {
        if (cp < 128) {
            if (cp >= 'a' && cp <= 'z' || cp >= 'A' && cp <= 'Z') {
                return LETTER;
            }
            if (isAsciiDigit(cp)) {
                return DIGIT;
            }
            return wildcards && (cp == '*' || cp == '?') ? WILDCARD : GAP;
        }
        return switch (Character.getType(cp)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER -> LETTER;
            // a typewriter's apostrophe that Unicode calls a letter
            case Character.MODIFIER_LETTER -> cp == 0x2BC ? GAP : isSolo(cp) ? SOLO : LETTER;
            case Character.OTHER_LETTER -> isSolo(cp) ? SOLO : LETTER;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case Character.LETTER_NUMBER -> cp == 0x3007 ? SOLO : LETTER;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                cp >= 0xFE00 && cp <= 0xFE0F ? INVISIBLE : MARK;
            case Character.FORMAT -> cp == 0x200B || cp == 0xFEFF ? GAP : INVISIBLE;
            default -> GAP;
        };
    }

    /** Scripts written without spaces: each character is a token and a word becomes a phrase. */
    static boolean isSolo(int cp) {
        if (cp < 0xE00) {
            return false;
        }
        if (Character.isIdeographic(cp)) {
            return true;
        }
        return switch (Character.UnicodeScript.of(cp)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, BOPOMOFO -> true;
            case COMMON -> cp == 0x30FC || cp == 0xFF70 || cp == 0x3005 || cp == 0x303C;
            default -> false;
        };
    }

    private static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
