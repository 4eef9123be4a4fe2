package vigie.sentiment.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vigie.analysis.sentiment.SentimentModel;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;

/**
 * How good a model is on labelled texts. All shares lie in 0..1; a class that nobody predicted has precision 0.
 *
 * @param confusion texts by true class, then by predicted class, in the order of {@link SentimentLabel}
 * @param calibration by tenth of confidence
 * @param calibrationError mean distance of confidence and share of right answers over the tenths, weighted by texts
 */
public record Evaluation(int[][] confusion, List<Tenth> calibration, double calibrationError) {
    private static final int TENTHS = 10;

    /**
     * Texts whose confidence lies in one tenth of 0..1.
     *
     * @param confidence mean stated confidence
     * @param right share of right answers
     */
    public record Tenth(int texts, double confidence, double right) {}

    public static Evaluation of(SentimentModel model, List<Example> examples) {
        var confusion = new int[Fit.CLASSES][Fit.CLASSES];
        var texts = new int[TENTHS];
        var stated = new double[TENTHS];
        var right = new int[TENTHS];
        for (Example example : examples) {
            Sentiment sentiment = model.score(example.text(), example.language(), false);
            confusion[example.label().ordinal()][sentiment.label().ordinal()]++;
            int tenth = Math.min((int) (sentiment.confidence() * TENTHS), TENTHS - 1);
            texts[tenth]++;
            stated[tenth] += sentiment.confidence();
            right[tenth] += sentiment.label() == example.label() ? 1 : 0;
        }
        var tenths = new ArrayList<Tenth>();
        double error = 0;
        for (int t = 0; t < TENTHS; t++) {
            int n = Math.max(texts[t], 1);
            tenths.add(new Tenth(texts[t], stated[t] / n, (double) right[t] / n));
            error += Math.abs(stated[t] - right[t]) / Math.max(examples.size(), 1);
        }
        return new Evaluation(confusion, List.copyOf(tenths), error);
    }

    static Evaluation ofConfusion(int[][] confusion) {
        return new Evaluation(confusion, List.of(), 0);
    }

    public double precision(SentimentLabel label) {
        int predicted = 0;
        for (int[] row : confusion) {
            predicted += row[label.ordinal()];
        }
        return predicted == 0 ? 0 : (double) confusion[label.ordinal()][label.ordinal()] / predicted;
    }

    public double recall(SentimentLabel label) {
        int there = 0;
        for (int count : confusion[label.ordinal()]) {
            there += count;
        }
        return there == 0 ? 0 : (double) confusion[label.ordinal()][label.ordinal()] / there;
    }

    /** Harmonic mean of precision and recall. */
    public double f1(SentimentLabel label) {
        double p = precision(label);
        double r = recall(label);
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    public double macroF1() {
        double sum = 0;
        for (SentimentLabel label : SentimentLabel.values()) {
            sum += f1(label);
        }
        return sum / Fit.CLASSES;
    }

    public double macroRecall() {
        double sum = 0;
        for (SentimentLabel label : SentimentLabel.values()) {
            sum += recall(label);
        }
        return sum / Fit.CLASSES;
    }

    public int texts() {
        int sum = 0;
        for (int[] row : confusion) {
            for (int count : row) {
                sum += count;
            }
        }
        return sum;
    }

    /** The figures that sum it up, in percent, on one line. */
    public String headline() {
        return String.format(
                Locale.ROOT,
                "%d texts, macro-F1 %.1f, macro recall %.1f, calibration error %.1f",
                texts(),
                100 * macroF1(),
                100 * macroRecall(),
                100 * calibrationError);
    }

    /** A report for people, in percent. */
    public String describe() {
        var lines = new StringBuilder(headline()).append(System.lineSeparator());
        lines.append(String.format(
                "%-10s %9s %9s %9s   predicted: negative, neutral, positive%n", "", "precision", "recall", "F1"));
        for (SentimentLabel label : SentimentLabel.values()) {
            int[] row = confusion[label.ordinal()];
            lines.append(String.format(
                    Locale.ROOT,
                    "%-10s %9.1f %9.1f %9.1f   %d, %d, %d%n",
                    label.wire(),
                    100 * precision(label),
                    100 * recall(label),
                    100 * f1(label),
                    row[0],
                    row[1],
                    row[2]));
        }
        for (Tenth tenth : calibration) {
            if (tenth.texts() > 0) {
                lines.append(String.format(
                        Locale.ROOT,
                        "confidence %.2f: right %.2f of %d texts%n",
                        tenth.confidence(),
                        tenth.right(),
                        tenth.texts()));
            }
        }
        return lines.toString();
    }
}
