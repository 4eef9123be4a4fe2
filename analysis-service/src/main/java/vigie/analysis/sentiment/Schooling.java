package vigie.analysis.sentiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import vigie.model.BrandSentiment.Lessons;
import vigie.model.BrandSentiment.Word;
import vigie.model.SentimentLabel;
import vigie.model.SentimentShares;

/**
 * Learns a brand's words from the labels people gave: multinomial logistic regression on top of the model's own answers, kept near to
 * what was known before by a quadratic penalty, so that a few corrections move little. Found by gradient descent from a fixed start.
 *
 * <p>Words are believed only if they help with mentions they were not learnt from: each tenth of the corrections (each single one of up
 * to twenty) is read with what the others teach, and more of them must be right than without.
 */
public final class Schooling {
    /** A word that one text alone holds may be that text's chance, and would tell what its author wrote. */
    private static final int FEWEST_TEXTS = 2;

    private static final int FEWEST_LESSONS = 5;
    private static final int MOST_WORDS = 200;
    private static final double PENALTY = 0.1;
    private static final int ROUNDS = 200;
    private static final double STRONGEST = 8;
    private static final double WEAKEST = 0.05;
    private static final int PARTS = 10;
    private static final int ONE_BY_ONE = 20;
    private static final int CLASSES = Weights.CLASSES;

    private Schooling() {}

    /** @param chances as read without the brand's words */
    public record Lesson(SentimentLabel label, SentimentShares chances, List<String> words) {
        public Lesson {
            words = List.copyOf(words);
        }
    }

    /** @param words those of before where the new ones do not help */
    public record Result(List<Word> words, Lessons lessons) {}

    /**
     * @param lessons in a fixed order
     * @param before what was learnt from lessons that are gone
     */
    public static Result learn(List<Lesson> lessons, List<Word> before) {
        int parts = lessons.size() <= ONE_BY_ONE ? Math.max(lessons.size(), 1) : PARTS;
        int rightBefore = 0;
        int rightAfter = 0;
        for (int part = 0; part < parts; part++) {
            var others = new ArrayList<Lesson>();
            var held = new ArrayList<Lesson>();
            for (int i = 0; i < lessons.size(); i++) {
                (i % parts == part ? held : others).add(lessons.get(i));
            }
            var learnt = fit(others, before);
            for (var lesson : held) {
                rightBefore +=
                        best(scores(lesson, byWord(before))) == lesson.label().ordinal() ? 1 : 0;
                rightAfter +=
                        best(scores(lesson, byWord(learnt))) == lesson.label().ordinal() ? 1 : 0;
            }
        }
        int count = Math.max(lessons.size(), 1);
        boolean better = lessons.size() >= FEWEST_LESSONS && rightAfter > rightBefore;
        var told = new Lessons(lessons.size(), (double) rightBefore / count, (double) rightAfter / count);
        return new Result(better ? fit(lessons, before) : before, told);
    }

    private static List<Word> fit(List<Lesson> lessons, List<Word> before) {
        var texts = new TreeMap<String, Integer>();
        lessons.forEach(lesson -> lesson.words().forEach(word -> texts.merge(word, 1, Integer::sum)));
        Predicate<String> common = word -> texts.getOrDefault(word, 0) >= FEWEST_TEXTS;
        var start = byWord(before);
        var weights = new TreeMap<String, double[]>();
        start.forEach((word, weight) -> weights.put(word, weight.clone()));
        texts.keySet().stream().filter(common).forEach(word -> weights.putIfAbsent(word, new double[CLASSES]));
        for (int round = 0; round < ROUNDS; round++) {
            step(lessons, weights, start);
        }
        return weights.entrySet().stream()
                .map(e -> word(e.getKey(), e.getValue(), texts.getOrDefault(e.getKey(), 0)))
                .filter(word -> strength(word) >= WEAKEST)
                .sorted((a, b) -> Double.compare(strength(b), strength(a)))
                .limit(MOST_WORDS)
                .toList();
    }

    private static void step(List<Lesson> lessons, Map<String, double[]> weights, Map<String, double[]> start) {
        var gradient = new HashMap<String, double[]>();
        for (var lesson : lessons) {
            double[] chances = scores(lesson, weights);
            softmax(chances);
            double share = BrandWords.share(lesson.words().size());
            for (var word : lesson.words()) {
                if (weights.containsKey(word)) {
                    double[] g = gradient.computeIfAbsent(word, w -> new double[CLASSES]);
                    for (int c = 0; c < CLASSES; c++) {
                        g[c] += share * ((lesson.label().ordinal() == c ? 1 : 0) - chances[c]);
                    }
                }
            }
        }
        // no step of this length overshoots: rows have length 1, and the curvature of each is at most one half
        double pace = 1 / (0.5 * lessons.size() + PENALTY);
        weights.forEach((word, weight) -> {
            double[] from = start.getOrDefault(word, new double[CLASSES]);
            double[] g = gradient.getOrDefault(word, new double[CLASSES]);
            for (int c = 0; c < CLASSES; c++) {
                double moved = weight[c] + pace * (g[c] - PENALTY * (weight[c] - from[c]));
                weight[c] = Math.max(-STRONGEST, Math.min(STRONGEST, moved));
            }
        });
    }

    private static double[] scores(Lesson lesson, Map<String, double[]> weights) {
        double tiny = 1e-4;
        double[] scores = {
            Math.log(Math.max(lesson.chances().negative(), tiny)),
            Math.log(Math.max(lesson.chances().neutral(), tiny)),
            Math.log(Math.max(lesson.chances().positive(), tiny))
        };
        double share = BrandWords.share(lesson.words().size());
        for (var word : lesson.words()) {
            double[] weight = weights.get(word);
            for (int c = 0; weight != null && c < CLASSES; c++) {
                scores[c] += share * weight[c];
            }
        }
        return scores;
    }

    private static void softmax(double[] scores) {
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            scores[c] = Math.exp(scores[c]);
            sum += scores[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            scores[c] /= sum;
        }
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int c = 1; c < CLASSES; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    private static Map<String, double[]> byWord(List<Word> words) {
        var byWord = new TreeMap<String, double[]>();
        words.forEach(w -> byWord.put(w.word(), new double[] {w.negative(), w.neutral(), w.positive()}));
        return byWord;
    }

    private static Word word(String word, double[] weight, int texts) {
        return new Word(word, rounded(weight[0]), rounded(weight[1]), rounded(weight[2]), texts);
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }

    private static double strength(Word word) {
        return Math.max(Math.abs(word.negative()), Math.max(Math.abs(word.neutral()), Math.abs(word.positive())));
    }
}
