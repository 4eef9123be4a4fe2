package vigie.analysis.sentiment;

/** Marks the words that a negation turns: the four after it up to the next stop, and in French the two before « pas », « jamais »… */
final class Negation {
    /** Trait of a sign that ends a negation's reach; above the bits of {@link WordTraits}. */
    static final int STOP = 1 << 10;

    private static final int AHEAD = 4;
    private static final int BACK = 2;
    private static final int NE_REACH = 4;

    private Negation() {}

    static void mark(Tokens tokens) {
        int left = 0;
        for (int i = 0; i < tokens.count; i++) {
            int traits = tokens.traits[i];
            if (tokens.kind[i] == Tokens.SIGN) {
                left = (traits & STOP) != 0 ? 0 : left;
            } else if (tokens.kind[i] == Tokens.WORD) {
                if (left > 0) {
                    tokens.negated[i] = true;
                    left--;
                }
                boolean plus = (traits & WordTraits.PLUS) != 0 && afterNe(tokens, i);
                if ((traits & WordTraits.NEGATOR) != 0 || plus) {
                    left = AHEAD;
                }
                if ((traits & WordTraits.NEGATES_BACK) != 0 || plus) {
                    markBack(tokens, i);
                }
            }
        }
    }

    private static boolean afterNe(Tokens tokens, int at) {
        for (int i = Math.max(0, at - NE_REACH); i < at; i++) {
            if ((tokens.traits[i] & WordTraits.NE) != 0) {
                return true;
            }
        }
        return false;
    }

    private static void markBack(Tokens tokens, int at) {
        for (int i = at - 1; i >= Math.max(0, at - BACK) && tokens.kind[i] == Tokens.WORD; i--) {
            tokens.negated[i] = true;
        }
    }
}
