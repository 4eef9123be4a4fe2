package vigie.sentiment.trainer;

import java.util.Random;

/**
 * Linear support vector machine, squared hinge loss, L2 penalty, one class against the rest, by dual coordinate descent with shrinking
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithm 3).
 *
 * <p>Written out here because the design is never stored: a row is the text's features once times the ratios of all languages, once
 * times those of its own, and the copies would take gigabytes as a matrix.
 */
final class Separator {
    private static final int ROUNDS = 200;
    private static final double TOLERANCE = 0.01;
    private static final float INDICATOR = 0.3f;

    private final Corpus corpus;
    private final int[] rows;
    private final Ratios ratios;
    private final int lists;
    private final int ownLists;

    /** Weights on the scaled features, on the lists, the lists per language, the language itself, and the offset. */
    final float[] shared;

    final float[][] own;
    final float[] list;
    final float[][] ownList;
    final float[] language;
    float offset;

    Separator(Corpus corpus, int[] rows, Ratios ratios) {
        this.corpus = corpus;
        this.rows = rows;
        this.ratios = ratios;
        int languages = ratios.own().length;
        lists = corpus.lexicon[0].length;
        ownLists = lists / 2;
        shared = new float[corpus.keys.length];
        own = new float[languages][corpus.keys.length];
        list = new float[lists];
        ownList = new float[languages][ownLists];
        language = new float[languages];
    }

    /** @param cost by row: how much an error on it costs */
    void fit(int label, double[] cost, long seed) {
        int size = rows.length;
        var alpha = new double[size];
        var diagonal = new double[size];
        var square = new double[size];
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = 0.5 / cost[i];
            square[i] = diagonal[i] + squaredLength(rows[i]);
            order[i] = i;
        }
        var random = new Random(seed);
        int active = size;
        double bound = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double highest = Double.NEGATIVE_INFINITY;
            double lowest = Double.POSITIVE_INFINITY;
            for (int s = 0; s < active; s++) {
                int other = s + random.nextInt(active - s);
                int swap = order[s];
                order[s] = order[other];
                order[other] = swap;
            }
            for (int s = 0; s < active; s++) {
                int i = order[s];
                int y = corpus.labels[rows[i]] == label ? 1 : -1;
                double gradient = y * score(rows[i]) - 1 + diagonal[i] * alpha[i];
                double projected = gradient;
                if (alpha[i] == 0) {
                    if (gradient > bound) {
                        active--;
                        order[s] = order[active];
                        order[active] = i;
                        s--;
                        continue;
                    }
                    projected = Math.min(gradient, 0);
                }
                highest = Math.max(highest, projected);
                lowest = Math.min(lowest, projected);
                if (Math.abs(projected) > 1e-12) {
                    double before = alpha[i];
                    alpha[i] = Math.max(before - gradient / square[i], 0);
                    move(rows[i], (float) (y * (alpha[i] - before)));
                }
            }
            if (highest - lowest <= TOLERANCE) {
                if (active == size) {
                    return;
                }
                active = size;
                bound = Double.POSITIVE_INFINITY;
            } else {
                bound = highest <= 0 ? Double.POSITIVE_INFINITY : highest;
            }
        }
    }

    private double squaredLength(int row) {
        int[] features = corpus.features[row];
        float[] values = corpus.values[row];
        float[] ownRatio = ratios.own()[corpus.languages[row]];
        double sum = 1 + INDICATOR * INDICATOR;
        for (int k = 0; k < features.length; k++) {
            float a = ratios.shared()[features[k]];
            float b = ownRatio[features[k]];
            sum += values[k] * values[k] * (a * a + b * b);
        }
        float[] numbers = corpus.lexicon[row];
        for (int k = 0; k < lists; k++) {
            sum += numbers[k] * numbers[k] * (k < ownLists ? 1 : 2);
        }
        return sum;
    }

    double score(int row) {
        int l = corpus.languages[row];
        int[] features = corpus.features[row];
        float[] values = corpus.values[row];
        float[] sharedRatio = ratios.shared();
        float[] ownRatio = ratios.own()[l];
        float[] mine = own[l];
        float sum = offset + language[l] * INDICATOR;
        for (int k = 0; k < features.length; k++) {
            int f = features[k];
            sum += values[k] * (shared[f] * sharedRatio[f] + mine[f] * ownRatio[f]);
        }
        float[] numbers = corpus.lexicon[row];
        for (int k = 0; k < lists; k++) {
            sum += numbers[k] * (k < ownLists ? list[k] : list[k] + ownList[l][k - ownLists]);
        }
        return sum;
    }

    private void move(int row, float step) {
        int l = corpus.languages[row];
        int[] features = corpus.features[row];
        float[] values = corpus.values[row];
        float[] sharedRatio = ratios.shared();
        float[] ownRatio = ratios.own()[l];
        float[] mine = own[l];
        offset += step;
        language[l] += step * INDICATOR;
        for (int k = 0; k < features.length; k++) {
            int f = features[k];
            float d = step * values[k];
            shared[f] += d * sharedRatio[f];
            mine[f] += d * ownRatio[f];
        }
        float[] numbers = corpus.lexicon[row];
        for (int k = 0; k < lists; k++) {
            list[k] += step * numbers[k];
            if (k >= ownLists) {
                ownList[l][k - ownLists] += step * numbers[k];
            }
        }
    }

    /** Score of a text without any feature, in this language. */
    float base(int l) {
        return offset + language[l] * INDICATOR;
    }
}
