package vigie.analysis.sentiment;

import java.util.Arrays;

/**
 * What word lists say about a text, as eleven numbers per list: how much good and bad, on balance, at the strongest, last; and whether
 * anything at all.
 */
final class LexiconFeatures {
    static final int PER_LEXICON = 11;
    /** Lists asked: translated word list, social media list, adjectives, stems; of all languages together, then of the text's own. */
    static final int LEXICONS = 8;

    /** Which of a list's numbers says that it is silent. */
    private static final int NOTHING = 8;

    static final int SIZE = LEXICONS * PER_LEXICON;

    private static final float INTENSIFIED = 1.4f;
    private static final float TURNED = -0.7f;

    /** By list, then token: what the list says there, after intensifier and negation; 0 when nothing. */
    final float[][] hits = new float[LEXICONS][256];

    final float[] values = new float[SIZE];

    /** How many tokens the text before had. */
    private int filled;

    /** By list: whether it says anything about the text. */
    final boolean[] found = new boolean[LEXICONS];

    void read(Tokens tokens, Lexicons lexicons, int language) {
        if (hits[0].length < tokens.count) {
            for (int k = 0; k < LEXICONS; k++) {
                hits[k] = new float[tokens.count * 2];
                found[k] = false;
            }
        }
        for (int k = 0; k < LEXICONS; k++) {
            if (found[k]) {
                Arrays.fill(hits[k], 0, filled, 0);
                found[k] = false;
            }
        }
        filled = tokens.count;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] != Tokens.SIGN) {
                look(tokens, i, lexicons, language);
            }
        }
        for (int k = 0; k < LEXICONS; k++) {
            if (found[k]) {
                summarise(hits[k], tokens.count, k * PER_LEXICON);
            } else {
                Arrays.fill(values, k * PER_LEXICON, (k + 1) * PER_LEXICON, 0);
                values[k * PER_LEXICON + NOTHING] = 1;
            }
        }
    }

    private void look(Tokens tokens, int i, Lexicons lexicons, int language) {
        int one = tokens.kind[i] == Tokens.TAG ? -1 : lexicons.word(tokens.sum[i]);
        int two = i + 1 < tokens.count
                ? lexicons.word(Keys.join(tokens.sum[i], tokens.sum[i + 1], tokens.length[i + 1]))
                : -1;
        int stem = tokens.kind[i] == Tokens.WORD && tokens.length[i] >= Features.STEMMED
                ? lexicons.stem(tokens.stem[i])
                : -1;
        if (one < 0 && two < 0 && stem < 0) {
            return;
        }
        float factor = i > 0 && (tokens.traits[i - 1] & WordTraits.INTENSIFIER) != 0 ? INTENSIFIED : 1;
        if (tokens.negated[i]) {
            factor *= TURNED;
        }
        for (int k = 0; k < LEXICONS; k++) {
            int column = Lexicons.column(k, language);
            float value;
            if (Lexicons.isStem(k)) {
                value = lexicons.value(stem, column);
            } else {
                value = lexicons.value(one, column);
                if (value == 0) {
                    value = lexicons.value(two, column);
                }
            }
            if (value != 0) {
                hits[k][i] = value * factor;
                found[k] = true;
            }
        }
    }

    private void summarise(float[] hit, int count, int at) {
        float good = 0;
        float bad = 0;
        float best = 0;
        float worst = 0;
        float last = 0;
        for (int i = 0; i < count; i++) {
            float v = hit[i];
            if (v > 0) {
                good += v;
                best = Math.max(best, v);
                last = v;
            } else if (v < 0) {
                bad -= v;
                worst = Math.max(worst, -v);
                last = v;
            }
        }
        float balance = good - bad;
        float bounded = (float) (balance / Math.sqrt(balance * balance + 1.5));
        values[at] = Math.min(good, 3) / 3;
        values[at + 1] = Math.min(bad, 3) / 3;
        values[at + 2] = bounded;
        values[at + 3] = Math.max(bounded, 0);
        values[at + 4] = Math.max(-bounded, 0);
        values[at + 5] = best;
        values[at + 6] = worst;
        values[at + 7] = last;
        values[at + NOTHING] = good == 0 && bad == 0 ? 1 : 0;
        values[at + 9] = good > 0 && bad == 0 ? 1 : 0;
        values[at + 10] = bad > 0 && good == 0 ? 1 : 0;
    }
}
