package vigie.analysis.sentiment;

import java.util.ArrayList;
import java.util.List;
import vigie.analysis.sentiment.LinearModel.Reading;
import vigie.model.Sentiment.Evidence;

/**
 * Shares a decision out among the pieces of the text: each feature's part goes to the pieces it was made of, so that the parts sum to
 * the margin (log-odds of positive against negative) exactly. What belongs to no piece, or to one too weak to list, is one last entry.
 */
final class EvidenceTrace {
    private static final int MOST = 12;
    private static final int LONGEST_QUOTE = 80;

    private final LinearModel model;
    private final Reading reading;
    private final double[] parts;
    private final double[] value = new double[LexiconFeatures.PER_LEXICON];

    EvidenceTrace(LinearModel model, Reading reading) {
        this.model = model;
        this.reading = reading;
        parts = new double[reading.text.tokens.count];
        share(reading.words, reading.wordNorm);
        share(reading.grams, reading.gramNorm);
        for (int k = 0; k < LexiconFeatures.LEXICONS; k++) {
            if (reading.text.lexicon().found[k]) {
                share(k);
            }
        }
    }

    private void share(Bag bag, float norm) {
        var part = new double[bag.size];
        for (int e = 0; e < bag.size; e++) {
            int count = bag.counts[e];
            part[e] = model.marginPerUnit(bag.rows[e]) * LinearModel.damped(count) * norm / count;
        }
        for (int i = 0; i < bag.occurrences; i++) {
            int entry = bag.entry[i];
            int first = bag.first[i];
            int second = bag.second[i];
            if (entry < 0 || first < 0 && second < 0) {
                continue;
            }
            if (first >= 0 && second >= 0) {
                parts[first] += part[entry] / 2;
                parts[second] += part[entry] / 2;
            } else {
                parts[Math.max(first, second)] += part[entry];
            }
        }
    }

    /** Each of a word list's numbers goes to the words it was computed from, in proportion to what the list says about them. */
    private void share(int lexicon) {
        LexiconFeatures features = reading.text.lexicon();
        float[] hit = features.hits[lexicon];
        int at = lexicon * LexiconFeatures.PER_LEXICON;
        float[] margin = model.lexiconMargin(reading);
        for (int i = 0; i < value.length; i++) {
            value[i] = features.values[at + i] * margin[at + i];
        }
        double good = 0;
        double bad = 0;
        int best = -1;
        int worst = -1;
        int last = -1;
        for (int i = 0; i < parts.length; i++) {
            good += Math.max(hit[i], 0);
            bad += Math.max(-hit[i], 0);
            best = hit[i] > 0 && (best < 0 || hit[i] > hit[best]) ? i : best;
            worst = hit[i] < 0 && (worst < 0 || hit[i] < hit[worst]) ? i : worst;
            last = hit[i] != 0 ? i : last;
        }
        if (last < 0) {
            return;
        }
        double onBalance = good == bad ? 0 : (value[2] + value[3] + value[4]) / (good - bad);
        for (int i = 0; i < parts.length; i++) {
            if (hit[i] > 0) {
                parts[i] += (value[0] + value[9]) * hit[i] / good + onBalance * hit[i];
            } else if (hit[i] < 0) {
                parts[i] += (value[1] + value[10]) * -hit[i] / bad + onBalance * hit[i];
            }
        }
        parts[Math.max(best, 0)] += value[5];
        parts[Math.max(worst, 0)] += value[6];
        parts[last] += value[7];
    }

    /** @param margin what all parts must sum to */
    List<Evidence> strongest(String text, double margin) {
        Tokens tokens = reading.text.tokens;
        var listed = new boolean[parts.length];
        var evidence = new ArrayList<Evidence>(MOST);
        double rest = margin;
        for (int i = strongest(listed); i >= 0 && evidence.size() < MOST - 1; i = strongest(listed)) {
            listed[i] = true;
            int start = tokens.start[i];
            int end = tokens.end[i];
            String quote = text.substring(start, Math.min(end, start + LONGEST_QUOTE));
            evidence.add(new Evidence(quote, parts[i], start, end, kind(tokens, i)));
            rest -= parts[i];
        }
        evidence.add(new Evidence("", rest, null, null, "rest"));
        return evidence;
    }

    /** @return the piece with the largest part not yet listed, the first of equals; −1 when there is none left */
    private int strongest(boolean[] listed) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!listed[i] && Math.abs(parts[i]) > most) {
                most = Math.abs(parts[i]);
                best = i;
            }
        }
        return best;
    }

    private static String kind(Tokens tokens, int i) {
        if (tokens.kind[i] == Tokens.EMOJI) {
            return "emoji";
        }
        if (tokens.kind[i] == Tokens.TAG || tokens.ofTag[i]) {
            return "hashtag";
        }
        if (tokens.kind[i] == Tokens.SIGN) {
            return "punctuation";
        }
        boolean negator = (tokens.traits[i] & (WordTraits.NEGATOR | WordTraits.NEGATES_BACK)) != 0;
        return negator ? "negation" : tokens.negated[i] ? "negated" : "word";
    }
}
