package vigie.sentiment.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vigie.analysis.sentiment.Lexicons;
import vigie.analysis.sentiment.Weights;

/** Folds ratios into weights, drops what hardly matters and rounds the rest to small integers, so that a model is a few megabytes. */
final class Packing {
    /** Share of the rows kept, the strongest; measured: the other half moves macro-F1 by less than 0.1. */
    private static final double KEPT = 0.5;
    /** The few weights beyond this quantile are clipped, so that a step of the small integers stays fine. */
    private static final double CLIPPED = 0.9995;

    private static final int LARGEST = 127;
    private static final int LOUDEST_VOTE = 31;

    private Packing() {}

    static Weights pack(
            String name, Corpus corpus, Fit fit, List<String> languages, float[][] calibration, Lexicons lexicons) {
        int size = corpus.keys.length;
        int classes = Fit.CLASSES;
        var rows = new float[languages.size() + 1][size * classes];
        for (int c = 0; c < classes; c++) {
            Separator separator = fit.separators[c];
            Ratios ratios = fit.ratios[c];
            for (int f = 0; f < size; f++) {
                rows[0][classes * f + c] = separator.shared[f] * ratios.shared()[f];
                for (int l = 0; l < languages.size(); l++) {
                    rows[l + 1][classes * f + c] = separator.own[l][f] * ratios.own()[l][f];
                }
            }
        }
        float threshold = threshold(rows);
        float unit = unit(rows);
        var packed = new byte[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            packed[r] = round(rows[r], threshold, unit);
        }
        int[] order = used(packed, corpus.keys);
        var keys = new long[order.length];
        var rarity = new byte[order.length];
        var home = new byte[order.length];
        byte[] votes = votes(corpus, languages.size());
        for (int i = 0; i < order.length; i++) {
            keys[i] = corpus.keys[order[i]];
            rarity[i] = (byte) Math.round((corpus.rarity[order[i]] - 1) / Weights.RARITY_STEP);
            home[i] = votes[order[i]];
        }
        var own = new byte[languages.size()][];
        for (int l = 0; l < own.length; l++) {
            own[l] = pick(packed[l + 1], order);
        }
        return new Weights(
                name,
                languages,
                keys,
                rarity,
                home,
                pick(packed[0], order),
                own,
                unit,
                lists(fit, corpus.lexicon[0].length, languages.size()),
                base(fit, languages.size()),
                calibration,
                lexicons);
    }

    private static float strength(float[] row, int f) {
        return Math.max(Math.abs(row[3 * f]), Math.max(Math.abs(row[3 * f + 1]), Math.abs(row[3 * f + 2])));
    }

    private static float threshold(float[][] rows) {
        int size = rows[0].length / Fit.CLASSES;
        var strengths = new float[rows.length * size];
        int n = 0;
        for (float[] row : rows) {
            for (int f = 0; f < size; f++) {
                float strength = strength(row, f);
                if (strength > 1e-6f) {
                    strengths[n++] = strength;
                }
            }
        }
        Arrays.sort(strengths, 0, n);
        return strengths[(int) (n * (1 - KEPT))];
    }

    private static float unit(float[][] rows) {
        var sizes = new float[rows.length * rows[0].length];
        int n = 0;
        for (float[] row : rows) {
            for (float v : row) {
                if (v != 0) {
                    sizes[n++] = Math.abs(v);
                }
            }
        }
        Arrays.sort(sizes, 0, n);
        return sizes[(int) ((n - 1) * CLIPPED)] / LARGEST;
    }

    private static byte[] round(float[] row, float threshold, float unit) {
        var rounded = new byte[row.length];
        for (int f = 0; f < row.length / Fit.CLASSES; f++) {
            if (strength(row, f) >= threshold) {
                for (int c = 0; c < Fit.CLASSES; c++) {
                    int steps = Math.round(row[Fit.CLASSES * f + c] / unit);
                    rounded[Fit.CLASSES * f + c] = (byte) Math.max(-LARGEST, Math.min(LARGEST, steps));
                }
            }
        }
        return rounded;
    }

    /** All features by ascending key; also those without weight, for they count in the length of a text's row. */
    private static int[] used(byte[][] packed, long[] keys) {
        return IntStream.range(0, packed[0].length / Fit.CLASSES)
                .boxed()
                .sorted((a, b) -> Long.compare(keys[a], keys[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static byte[] pick(byte[] rows, int[] order) {
        var picked = new byte[order.length * Fit.CLASSES];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(rows, Fit.CLASSES * order[i], picked, Fit.CLASSES * i, Fit.CLASSES);
        }
        return picked;
    }

    private static byte[] votes(Corpus corpus, int languages) {
        var counts = new int[languages][corpus.keys.length];
        var texts = new int[languages];
        for (int row = 0; row < corpus.size(); row++) {
            texts[corpus.languages[row]]++;
            for (int feature : corpus.features[row]) {
                counts[corpus.languages[row]][feature]++;
            }
        }
        var votes = new byte[corpus.keys.length];
        for (int f = 0; f < votes.length; f++) {
            double first = 0;
            double second = 0;
            int home = 0;
            for (int l = 0; l < languages; l++) {
                double share = (counts[l][f] + 0.5) / (texts[l] + 1);
                if (share > first) {
                    second = first;
                    first = share;
                    home = l;
                } else if (share > second) {
                    second = share;
                }
            }
            long loudness = Math.min(LOUDEST_VOTE, Math.round(6 * Math.log(first / Math.max(second, 1e-9))));
            votes[f] = (byte) (loudness << Weights.HOME_BITS | home);
        }
        return votes;
    }

    private static float[][] lists(Fit fit, int numbers, int languages) {
        var weights = new float[languages][numbers * Fit.CLASSES];
        for (int l = 0; l < languages; l++) {
            for (int k = 0; k < numbers; k++) {
                for (int c = 0; c < Fit.CLASSES; c++) {
                    Separator s = fit.separators[c];
                    float w = k < numbers / 2 ? s.list[k] : s.list[k] + s.ownList[l][k - numbers / 2];
                    weights[l][k * Fit.CLASSES + c] = w * Corpus.LEXICON_SCALE;
                }
            }
        }
        return weights;
    }

    private static float[][] base(Fit fit, int languages) {
        var base = new float[languages][Fit.CLASSES];
        for (int l = 0; l < languages; l++) {
            for (int c = 0; c < Fit.CLASSES; c++) {
                base[l][c] = fit.separators[c].base(l);
            }
        }
        return base;
    }
}
