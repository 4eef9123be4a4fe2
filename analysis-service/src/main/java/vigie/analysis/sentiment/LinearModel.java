package vigie.analysis.sentiment;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;

/**
 * One weight vector over words, pieces of words and word lists. Linear, so that what each piece of a text contributed is exact, and
 * fast enough for every post of a busy stream.
 */
final class LinearModel implements SentimentModel {
    private static final int CLASSES = Weights.CLASSES;
    /** Fixed point of the inverse document frequency in a packed row. */
    private static final float RARITY_SCALE = 2048;

    private static final float[] DAMPED = damped();

    private final Weights weights;
    private final Vocabulary vocabulary;
    private final byte[] home;
    /** By language and slot: rarity and the three weights in one word, so that a feature costs one look at memory; made when first asked for. */
    private final AtomicReferenceArray<long[]> packed;

    private final float[] marginMix = new float[CLASSES];
    /** By language and number of the word lists. */
    private final float[][] lexiconMargins;

    private final ThreadLocal<Reading> readings;

    LinearModel(Weights weights) {
        this.weights = weights;
        long[] keys = weights.keys();
        vocabulary = new Vocabulary(keys, weights.rarity());
        home = new byte[vocabulary.slots()];
        for (int i = 0; i < keys.length; i++) {
            home[vocabulary.slot(i)] = weights.home()[i];
        }
        packed = new AtomicReferenceArray<>(weights.languages().size());
        float[][] calibration = weights.calibration();
        for (int k = 0; k < CLASSES; k++) {
            marginMix[k] = calibration[SentimentLabel.POSITIVE.ordinal()][k]
                    - calibration[SentimentLabel.NEGATIVE.ordinal()][k];
        }
        lexiconMargins = new float[weights.languages().size()][];
        for (int l = 0; l < lexiconMargins.length; l++) {
            lexiconMargins[l] = margins(weights.lexiconWeights()[l]);
        }
        readings = ThreadLocal.withInitial(() -> new Reading(vocabulary));
    }

    private float[] margins(float[] factors) {
        var margins = new float[factors.length / CLASSES];
        for (int i = 0; i < margins.length; i++) {
            for (int c = 0; c < CLASSES; c++) {
                margins[i] += marginMix[c] * factors[i * CLASSES + c];
            }
        }
        return margins;
    }

    /** What one text leaves behind while it is scored; one per thread. */
    static final class Reading {
        final TextFeatures text = new TextFeatures();
        final Bag words;
        final Bag grams;
        final float[] scores = new float[CLASSES];
        final double[] chances = new double[CLASSES];
        final int[] votes = new int[Lexicons.LANGUAGES];
        int language;
        float wordNorm;
        float gramNorm;

        Reading(Vocabulary vocabulary) {
            words = new Bag(vocabulary);
            grams = new Bag(vocabulary);
        }
    }

    @Override
    public String name() {
        return weights.name();
    }

    @Override
    public Sentiment score(String text, @Nullable String lang, boolean evidence) {
        Reading reading = readings.get();
        reading.text.read(text);
        if (reading.text.tokens.count == 0) {
            return new Sentiment(SentimentLabel.NEUTRAL, 0, 0, List.of(), name());
        }
        read(reading, lang);
        double[] chances = reading.chances;
        softmax(reading.scores, chances);
        int best = 0;
        for (int c = 1; c < CLASSES; c++) {
            best = chances[c] > chances[best] ? c : best;
        }
        SentimentLabel label = SentimentLabel.values()[best];
        double score = chances[SentimentLabel.POSITIVE.ordinal()] - chances[SentimentLabel.NEGATIVE.ordinal()];
        List<Sentiment.Evidence> why =
                evidence ? new EvidenceTrace(this, reading).strongest(text, margin(reading.scores)) : List.of();
        return new Sentiment(label, score, chances[best], why, name());
    }

    private void read(Reading reading, @Nullable String lang) {
        reading.words.clear();
        reading.grams.clear();
        reading.text.words(reading.words);
        reading.words.settle();
        reading.text.grams(reading.grams);
        reading.grams.settle();
        int language = lang == null ? -1 : languageIndex(lang);
        reading.language = language >= 0 ? language : nearestLanguage(reading);
        long[] rows = rows(reading.language);
        System.arraycopy(weights.base()[reading.language], 0, reading.scores, 0, CLASSES);
        reading.wordNorm = block(reading.words, rows, reading.scores);
        reading.gramNorm = block(reading.grams, rows, reading.scores);
        float[] lexicon = reading.text.lexicon(weights.lexicons(), reading.language);
        float[] factors = weights.lexiconWeights()[reading.language];
        for (int i = 0; i < lexicon.length; i++) {
            if (lexicon[i] != 0) {
                for (int c = 0; c < CLASSES; c++) {
                    reading.scores[c] += lexicon[i] * factors[i * CLASSES + c];
                }
            }
        }
    }

    private float block(Bag bag, long[] rows, float[] scores) {
        float a = 0;
        float b = 0;
        float c = 0;
        float norm = 0;
        for (int i = 0; i < bag.size; i++) {
            long row = rows[bag.slots[i]];
            bag.rows[i] = row;
            float x = damped(bag.counts[i]) * rarity(row);
            norm += x * x;
            a += x * (short) (row >> 16);
            b += x * (short) (row >> 32);
            c += x * (short) (row >> 48);
        }
        float factor = norm == 0 ? 0 : (float) (1 / Math.sqrt(norm));
        scores[0] += a * factor * weights.unit();
        scores[1] += b * factor * weights.unit();
        scores[2] += c * factor * weights.unit();
        return factor;
    }

    /** What a feature with these weights adds to the margin between positive and negative, per unit of its value. */
    float marginPerUnit(long row) {
        float sum = (short) (row >> 16) * marginMix[0]
                + (short) (row >> 32) * marginMix[1]
                + (short) (row >> 48) * marginMix[2];
        return sum * weights.unit() * rarity(row);
    }

    /** What the word lists' numbers add to the margin, per unit, in this language. */
    float[] lexiconMargin(Reading reading) {
        return lexiconMargins[reading.language];
    }

    /** Log-odds of positive against negative. */
    private double margin(float[] scores) {
        return logit(scores, SentimentLabel.POSITIVE.ordinal()) - logit(scores, SentimentLabel.NEGATIVE.ordinal());
    }

    private double logit(float[] scores, int c) {
        float[] row = weights.calibration()[c];
        return row[0] * scores[0] + row[1] * scores[1] + row[2] * scores[2] + row[CLASSES];
    }

    private void softmax(float[] scores, double[] chances) {
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            chances[c] = Math.exp(logit(scores, c));
            sum += chances[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            chances[c] /= sum;
        }
    }

    private int languageIndex(String lang) {
        int dash = lang.indexOf('-');
        return weights.languages().indexOf(dash < 0 ? lang : lang.substring(0, dash));
    }

    /** The copy that fits best: every feature votes for the language that uses it most. */
    private int nearestLanguage(Reading reading) {
        int[] votes = reading.votes;
        Arrays.fill(votes, 0);
        vote(reading.words, votes);
        vote(reading.grams, votes);
        int best = 0;
        for (int l = 1; l < weights.languages().size(); l++) {
            best = votes[l] > votes[best] ? l : best;
        }
        return best;
    }

    private void vote(Bag bag, int[] votes) {
        for (int i = 0; i < bag.size; i++) {
            int vote = home[bag.slots[i]] & 0xFF;
            votes[vote & ((1 << Weights.HOME_BITS) - 1)] += vote >> Weights.HOME_BITS;
        }
    }

    private long[] rows(int language) {
        long[] rows = packed.get(language);
        if (rows == null) {
            rows = pack(language);
            packed.set(language, rows);
        }
        return rows;
    }

    private long[] pack(int language) {
        var rows = new long[vocabulary.slots()];
        byte[] shared = weights.shared();
        byte[] own = weights.own()[language];
        for (int i = 0; i < weights.keys().length; i++) {
            long row = Math.round(Weights.rarity(weights.rarity()[i]) * RARITY_SCALE);
            for (int c = 0; c < CLASSES; c++) {
                int weight = shared[CLASSES * i + c] + own[CLASSES * i + c];
                row |= (weight & 0xFFFFL) << (16 * (c + 1));
            }
            rows[vocabulary.slot(i)] = row;
        }
        return rows;
    }

    private static float rarity(long row) {
        return (row & 0xFFFF) * (1 / RARITY_SCALE);
    }

    private static float[] damped() {
        var table = new float[256];
        for (int i = 1; i < table.length; i++) {
            table[i] = (float) (1 + Math.log(i));
        }
        return table;
    }

    /** A feature seen ten times says more than one seen once, but not ten times as much. */
    static float damped(int count) {
        return DAMPED[Math.min(count, DAMPED.length - 1)];
    }
}
