package vigie.analysis.sentiment;

/**
 * Cuts a clean text into words, hashtags with the words inside them, emoji, faces and signs, by hand: this runs for every post, and a
 * regular expression would cost more than all that follows.
 */
final class Scanner {
    private final Words words = new Words();
    private char[] text = new char[0];
    private int length;
    private CleanText clean = new CleanText();
    private Tokens tokens = new Tokens();

    void scan(CleanText from, Tokens into) {
        clean = from;
        text = from.chars;
        length = from.length;
        tokens = into;
        into.clear();
        int i = 0;
        while (i < length) {
            i = next(i);
        }
        Negation.mark(into);
    }

    private int next(int at) {
        char c = text[at];
        if (c <= ' ') {
            return at + 1;
        }
        int codePoint = codePoint(at);
        if (c == '@' && at + 1 < length && CharKinds.isWord(codePoint(at + 1))) {
            tokens.users++;
            return wordEnd(at + 1);
        }
        if (isLink(at)) {
            return linkEnd(at);
        }
        int face = Emoticons.at(text, at, length);
        if (face != 0) {
            int end = at + Emoticons.length(face);
            int token = add(Tokens.EMOJI, at, end);
            tokens.sum[token] = Keys.roll(0, (char) Emoticons.meaning(face));
            tokens.length[token] = 1;
            tokens.emoji++;
            return end;
        }
        if (CharKinds.isRegional(codePoint) || CharKinds.isEmoji(codePoint)) {
            return emoji(at);
        }
        if (c == '#' && at + 1 < length && CharKinds.isWord(codePoint(at + 1))) {
            int end = wordEnd(at + 1);
            words.tag(clean, tokens, at, end);
            return end;
        }
        if (CharKinds.isWord(codePoint)) {
            int end = tiedEnd(wordEnd(at));
            words.plain(clean, tokens, at, end);
            return end;
        }
        return CharKinds.isSign(codePoint) ? sign(at, codePoint) : at + Character.charCount(codePoint);
    }

    private int codePoint(int at) {
        char c = text[at];
        return Character.isHighSurrogate(c) && at + 1 < length && Character.isLowSurrogate(text[at + 1])
                ? Character.toCodePoint(c, text[at + 1])
                : c;
    }

    private int wordEnd(int at) {
        int i = at;
        while (i < length && !(text[i] == 'h' && i > at && isLink(i))) {
            int codePoint = codePoint(i);
            if (!CharKinds.isWord(codePoint)) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    /** Takes what hangs on by an apostrophe or hyphen: {@code aujourd'hui}, {@code week-end}. */
    private int tiedEnd(int wordEnd) {
        int i = wordEnd;
        while (i + 1 < length && (text[i] == '\'' || text[i] == '’' || text[i] == '-')) {
            int tied = i + 1;
            while (tied < length) {
                int codePoint = codePoint(tied);
                if (!CharKinds.isLetterOrMark(codePoint)) {
                    break;
                }
                tied += Character.charCount(codePoint);
            }
            if (tied == i + 1) {
                break;
            }
            i = tied;
        }
        return i;
    }

    private boolean isLink(int at) {
        return (text[at] == 'h' && starts(at, "http")) || (text[at] == 'w' && starts(at, "www."));
    }

    private boolean starts(int at, String with) {
        if (at + with.length() > length) {
            return false;
        }
        for (int i = 0; i < with.length(); i++) {
            if (text[at + i] != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int linkEnd(int at) {
        int i = at;
        while (i < length && !Character.isWhitespace(text[i])) {
            i++;
        }
        return i;
    }

    private int emoji(int at) {
        long sum = 0;
        int symbols = 0;
        int i = at;
        boolean joined = true;
        boolean flag = CharKinds.isRegional(codePoint(at));
        while (i < length) {
            int codePoint = codePoint(i);
            boolean decoration = codePoint == 0xFE0F || codePoint == 0x200D || CharKinds.isSkinTone(codePoint);
            if (!decoration) {
                boolean fits =
                        flag ? symbols < 2 && CharKinds.isRegional(codePoint) : joined && CharKinds.isEmoji(codePoint);
                if (!fits) {
                    break;
                }
                sum = Character.charCount(codePoint) == 2
                        ? Keys.roll(Keys.roll(sum, text[i]), text[i + 1])
                        : Keys.roll(sum, text[i]);
                symbols++;
            }
            joined = codePoint == 0x200D || (decoration && joined && symbols == 0);
            i += Character.charCount(codePoint);
        }
        int token = add(Tokens.EMOJI, at, i);
        tokens.sum[token] = sum;
        tokens.length[token] = symbols;
        tokens.emoji++;
        return i;
    }

    /** Runs of marks count as one: {@code !!!} is a louder {@code !}, {@code ..} an ellipsis. */
    private int sign(int at, int codePoint) {
        int i = at + Character.charCount(codePoint);
        long sum = codePoint;
        if (codePoint == '!' || codePoint == '?') {
            boolean calls = false;
            boolean asks = false;
            i = at;
            while (i < length && (text[i] == '!' || text[i] == '?')) {
                calls |= text[i] == '!';
                asks |= text[i] == '?';
                i++;
            }
            sum = (calls && asks ? 0x110000 : codePoint) + (i - at > 1 ? 0x1000000 : 0);
        } else if (codePoint == '.') {
            while (i < length && text[i] == '.') {
                i++;
            }
            sum = i - at > 1 ? 0x110001 : '.';
        }
        int token = add(Tokens.SIGN, at, i);
        tokens.sum[token] = sum;
        tokens.length[token] = 1;
        tokens.traits[token] = ".,;:!?".indexOf(codePoint) >= 0 ? Negation.STOP : 0;
        return i;
    }

    private int add(byte kind, int from, int end) {
        return tokens.add(kind, clean.from[from], clean.to[end - 1]);
    }
}
