package vigie.sentiment.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vigie.analysis.sentiment.Lexicons;
import vigie.analysis.sentiment.Weights;

/**
 * Learns the sentiment weights from labelled texts: the same texts, name and seed give the same file, to the byte.
 *
 * <p>Scores by cross-validation are reported on the way; they also feed the calibration, which must not see texts that were trained on.
 */
public final class Trainer {
    /** Languages of the copies; texts in another language are refused. */
    public static final List<String> LANGUAGES = List.of("ar", "en", "fr", "de", "hi", "it", "pt", "es");

    private static final int FOLDS = 5;

    private final Consumer<String> report;
    private final int foldsRun;
    private final long seed;

    /**
     * @param report takes a line at a time, for people
     * @param foldsRun how many of five folds to run, 1 to 5; fewer are faster and calibrate on fewer texts
     */
    public Trainer(long seed, int foldsRun, Consumer<String> report) {
        if (foldsRun < 1 || foldsRun > FOLDS) {
            throw new IllegalArgumentException("of " + FOLDS + " folds, " + foldsRun + " cannot be run");
        }
        this.seed = seed;
        this.foldsRun = foldsRun;
        this.report = report;
    }

    /**
     * @param name model name and version, as it will stand in every answer
     * @param central texts like those to be scored: cross-validated and calibrated on
     * @param more texts to learn from only
     * @throws IllegalArgumentException when a text is in a language without a copy, or a class is missing
     */
    public Weights train(String name, List<Example> central, List<Example> more) {
        var examples = new ArrayList<Example>(central);
        examples.addAll(more);
        check(examples);
        Lexicons lexicons = WordLists.bundled(LANGUAGES);
        Corpus corpus = Corpus.of(examples, examples.size(), LANGUAGES, lexicons);
        report.accept(corpus.size() + " texts, " + corpus.keys.length + " features");
        int[] folds = folds(central);
        var heldOut = new ArrayList<double[]>();
        var labels = new ArrayList<Integer>();
        var confusions = new TreeMap<String, int[][]>();
        for (int fold = 0; fold < foldsRun; fold++) {
            int held = fold;
            int[] rows = IntStream.range(0, corpus.size())
                    .filter(row -> row >= folds.length || folds[row] != held)
                    .toArray();
            var fit = new Fit(corpus, rows, LANGUAGES.size(), seed);
            for (int row = 0; row < folds.length; row++) {
                if (folds[row] == held) {
                    double[] scores = fit.scores(row);
                    heldOut.add(scores);
                    labels.add(corpus.labels[row]);
                    String language = central.get(row).language();
                    confusions
                            .computeIfAbsent(language, l -> new int[Fit.CLASSES][Fit.CLASSES])[corpus.labels[row]][
                            highest(scores)]++;
                }
            }
        }
        reportScores("cross-validation", confusions);
        float[][] calibration = Calibration.fit(
                heldOut, labels.stream().mapToInt(Integer::intValue).toArray());
        int[] all = IntStream.range(0, corpus.size()).toArray();
        var fit = new Fit(corpus, all, LANGUAGES.size(), seed);
        return Packing.pack(name, corpus, fit, LANGUAGES, calibration, lexicons);
    }

    private void check(List<Example> examples) {
        var labels = new TreeMap<String, Integer>();
        for (Example example : examples) {
            if (!LANGUAGES.contains(example.language())) {
                throw new IllegalArgumentException(
                        "no copy for language " + example.language() + "; there are " + LANGUAGES);
            }
            labels.merge(example.label().wire(), 1, Integer::sum);
        }
        if (labels.size() < Fit.CLASSES) {
            throw new IllegalArgumentException("texts of all three classes are needed; found " + labels);
        }
    }

    /** Every fold holds each language and class in the same share. */
    private int[] folds(List<Example> examples) {
        var groups = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            groups.computeIfAbsent(example.language() + example.label(), g -> new ArrayList<>())
                    .add(i);
        }
        var folds = new int[examples.size()];
        var random = new Random(seed);
        for (List<Integer> group : groups.values()) {
            Collections.shuffle(group, random);
            for (int k = 0; k < group.size(); k++) {
                folds[group.get(k)] = k % FOLDS;
            }
        }
        return folds;
    }

    private void reportScores(String what, TreeMap<String, int[][]> confusions) {
        var line = new StringBuilder(what).append(", macro-F1:");
        double sum = 0;
        for (var entry : confusions.entrySet()) {
            double f1 = 100 * Evaluation.ofConfusion(entry.getValue()).macroF1();
            sum += f1;
            line.append(String.format(Locale.ROOT, " %s %.1f", entry.getKey(), f1));
        }
        report.accept(line.append(String.format(Locale.ROOT, ", mean %.2f", sum / confusions.size()))
                .toString());
    }

    private static int highest(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }
}
