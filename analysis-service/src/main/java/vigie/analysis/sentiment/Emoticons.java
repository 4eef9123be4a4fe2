package vigie.analysis.sentiment;

/** Faces typed with signs. Spelled many ways, they mean few things: a face is replaced by what it shows. */
final class Emoticons {
    static final int NONE = 0;
    static final int GLAD = 1;
    static final int SAD = 2;
    static final int STARTLED = 3;
    static final int FLAT = 4;
    static final int HEART = 5;
    static final int BROKEN_HEART = 6;
    static final int SMILING_EYES = 7;

    private static final int MEANING_BITS = 4;

    private Emoticons() {}

    /**
     * Reads the face at {@code at}.
     *
     * @return the number of chars shifted by four bits, and what the face shows; 0 when there is none
     */
    static int at(char[] text, int at, int end) {
        char c = text[at];
        boolean fresh = at == 0 || !CharKinds.isWord(text[at - 1]);
        if (c == '<') {
            return heart(text, at, end);
        }
        if (c == '^' || ((c == '-' || c == '.' || c == '_') && fresh)) {
            return eyes(text, at, end);
        }
        if (c == ':' || c == ';' || c == '=' || ((c == 'x' || c == 'X') && fresh)) {
            return upright(text, at, end);
        }
        boolean afterSpace = at == 0 || Character.isWhitespace(text[at - 1]);
        return afterSpace && (c == '(' || c == ')' || c == '[' || c == ']' || c == 'D')
                ? mirrored(text, at, end)
                : NONE;
    }

    private static int heart(char[] text, int at, int end) {
        boolean broken = at + 1 < end && text[at + 1] == '/';
        int i = broken ? at + 2 : at + 1;
        int first = i;
        while (i < end && text[i] == '3') {
            i++;
        }
        return i == first ? NONE : found(i - at, broken ? BROKEN_HEART : HEART);
    }

    private static int eyes(char[] text, int at, int end) {
        char eye = text[at];
        int i = at + 1;
        while (i < end && i - at < 6 && (text[i] == '_' || text[i] == '.')) {
            i++;
        }
        if (i >= end || text[i] != (eye == '^' ? '^' : '-')) {
            return NONE;
        }
        if (eye == '^') {
            return found(i + 1 - at, SMILING_EYES);
        }
        return eye == '-' && i > at + 1 ? found(i + 1 - at, FLAT) : NONE;
    }

    private static int upright(char[] text, int at, int end) {
        boolean letterEyes = (text[at] | 0x20) == 'x';
        int i = at + 1;
        if (i < end && (text[i] == '\'' || text[i] == '’' || text[i] == '`')) {
            i++;
        }
        boolean nose = i + 1 < end && (text[i] == '-' || text[i] == 'o' || text[i] == '^') && isMouth(text[i + 1]);
        if (nose) {
            i++;
        }
        int mouth = i;
        while (i < end && isMouth(text[i])) {
            i++;
        }
        boolean cutsWord = i > mouth && i < end && CharKinds.isWord(text[i - 1]) && CharKinds.isWord(text[i]);
        if (i == mouth || cutsWord || (letterEyes && ")(dDpP".indexOf(text[mouth]) < 0)) {
            return NONE;
        }
        return found(i - at, shows(text[mouth]));
    }

    private static int mirrored(char[] text, int at, int end) {
        char mouth = text[at];
        int i = at + 1;
        while (i < end && text[i] == mouth) {
            i++;
        }
        if (i < end && (text[i] == '-' || text[i] == 'o' || text[i] == '^' || text[i] == '\'')) {
            i++;
        }
        if (i >= end || (text[i] != ':' && text[i] != ';' && text[i] != '=')) {
            return NONE;
        }
        return found(i + 1 - at, mouth == '(' || mouth == '[' ? GLAD : SAD);
    }

    private static boolean isMouth(char c) {
        return ")(][dDpP/\\|*3oO@".indexOf(c) >= 0;
    }

    private static int shows(char mouth) {
        if (")]dDpP3*".indexOf(mouth) >= 0) {
            return GLAD;
        }
        return "oO@".indexOf(mouth) >= 0 ? STARTLED : SAD;
    }

    private static int found(int length, int meaning) {
        return length << MEANING_BITS | meaning;
    }

    static int length(int face) {
        return face >> MEANING_BITS;
    }

    static int meaning(int face) {
        return face & ((1 << MEANING_BITS) - 1);
    }
}
