package vigie.sentiment.trainer;

import java.util.TreeMap;
import vigie.model.SentimentLabel;

/** One separator per class, learnt from some rows of a corpus. */
final class Fit {
    static final int CLASSES = SentimentLabel.values().length;
    private static final double COST = 0.1;

    final Separator[] separators = new Separator[CLASSES];
    final Ratios[] ratios = new Ratios[CLASSES];
    private final Corpus corpus;

    Fit(Corpus corpus, int[] rows, int languages, long seed) {
        this.corpus = corpus;
        double[] cost = costs(corpus, rows);
        for (int c = 0; c < CLASSES; c++) {
            ratios[c] = Ratios.of(corpus, rows, languages, c);
            separators[c] = new Separator(corpus, rows, ratios[c]);
            separators[c].fit(c, cost, seed);
        }
    }

    /** Classes weigh the same within each language and source, however many posts were collected of each. */
    private static double[] costs(Corpus corpus, int[] rows) {
        var groups = new TreeMap<String, int[]>();
        var groupOf = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            groupOf[i] = groups.computeIfAbsent(group(corpus, rows[i]), g -> new int[CLASSES + 1]);
            groupOf[i][corpus.labels[rows[i]]]++;
            groupOf[i][CLASSES]++;
        }
        var cost = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cost[i] = COST * groupOf[i][CLASSES] / (CLASSES * groupOf[i][corpus.labels[rows[i]]]);
        }
        return cost;
    }

    private static String group(Corpus corpus, int row) {
        Example example = corpus.examples.get(row);
        return example.language() + "|" + example.source();
    }

    double[] scores(int row) {
        var scores = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            scores[c] = separators[c].score(row);
        }
        return scores;
    }
}
