package vigie.sentiment.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vigie.analysis.language.LanguageGrams;
import vigie.analysis.language.LanguageWeights;
import vigie.analysis.language.Languages;

/**
 * Learns to tell languages in Latin letters apart: multinomial logistic regression over hashed pieces of words, by stochastic gradient
 * descent with a fixed order.
 */
public final class LanguageTrainer {
    private static final int ROUNDS = 10;
    /** Of each text, as many bits of two to four words are learnt beside the whole. */
    private static final int EXCERPTS = 3;

    private static final double FIRST_STEP = 2;
    private static final double DECAY = 1e-6;
    private static final int LARGEST = 127;
    /** A language with fewer texts in Latin letters gets no row in the model. */
    private static final int FEWEST = 20;
    /** Texts to which a first model gives less chance of being in their language are taken for mislabelled. */
    private static final double MISLABELLED = 0.2;

    /** So many small words make a text English. */
    private static final int ENGLISH = 2;

    private LanguageTrainer() {}

    /** A text as a row of buckets. */
    private record Row(int[] buckets, int language) {}

    /**
     * @param texts in any language; those mostly in other letters need no model and are left out. Of every text a few words are taken
     *     some more times on their own, since many posts are that short.
     */
    public static LanguageWeights train(List<Example> texts, long seed) {
        var latin = texts.stream()
                .filter(e -> isLatin(e.text()))
                .map(LanguageTrainer::mended)
                .flatMap(Optional::stream)
                .toList();
        List<String> languages = latin.stream()
                .collect(Collectors.groupingBy(Example::language, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= FEWEST)
                .map(Map.Entry::getKey)
                .toList();
        var random = new Random(seed);
        var rows = new ArrayList<Row>();
        for (Example example : latin) {
            int language = languages.indexOf(example.language());
            if (language >= 0) {
                rows.add(new Row(buckets(example.text()), language));
                for (int k = 0; k < EXCERPTS; k++) {
                    rows.add(new Row(buckets(someWords(example.text(), random)), language));
                }
            }
        }
        rows.removeIf(row -> row.buckets().length == 0);
        float[] first = learn(rows, languages.size(), random);
        rows.removeIf(row -> chances(first, row, languages.size())[row.language()] < MISLABELLED);
        return pack(learn(rows, languages.size(), random), languages);
    }

    /**
     * Collections of Hindi posts hold much English, since both come from the same people: a text in Latin letters is Hindi only if it
     * holds one of Hindi's small words, English if it holds English ones, and otherwise teaches nothing.
     */
    private static Optional<Example> mended(Example example) {
        if (!example.language().equals("hi") || Languages.smallWords(example.text(), "hi") > 0) {
            return Optional.of(example);
        }
        return Languages.smallWords(example.text(), "en") < ENGLISH
                ? Optional.empty()
                : Optional.of(new Example(example.text(), example.label(), "en", example.source()));
    }

    private static String someWords(String text, Random random) {
        String[] words = text.split("\\s+", -1);
        int count = 2 + random.nextInt(3);
        int from = random.nextInt(Math.max(words.length - count, 0) + 1);
        return String.join(" ", List.of(words).subList(from, Math.min(from + count, words.length)));
    }

    private static float[] learn(List<Row> rows, int languages, Random random) {
        var w = new float[LanguageGrams.BUCKETS * languages];
        var order = new ArrayList<>(rows);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            double step = FIRST_STEP / (1 + round);
            for (Row row : order) {
                learn(w, row, languages, step);
            }
        }
        return w;
    }

    private static boolean isLatin(String text) {
        int latin = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                boolean isLatin = c < 0x250;
                latin += isLatin ? 1 : 0;
                other += isLatin ? 0 : 1;
            }
        }
        return latin > other;
    }

    private static int[] buckets(String text) {
        var found = new int[64];
        var size = new int[1];
        var holder = new int[][] {found};
        LanguageGrams.of(text, bucket -> {
            if (size[0] == holder[0].length) {
                holder[0] = Arrays.copyOf(holder[0], size[0] * 2);
            }
            holder[0][size[0]++] = bucket;
        });
        return Arrays.copyOf(holder[0], size[0]);
    }

    private static void learn(float[] w, Row row, int languages, double step) {
        double[] chances = chances(w, row, languages);
        double factor = 1 / Math.sqrt(row.buckets().length);
        for (int l = 0; l < languages; l++) {
            float move = (float) (step * factor * ((l == row.language() ? 1 : 0) - chances[l]));
            for (int bucket : row.buckets()) {
                int at = bucket * languages + l;
                w[at] += move - (float) (DECAY * step) * w[at];
            }
        }
    }

    private static double[] chances(float[] w, Row row, int languages) {
        double factor = 1 / Math.sqrt(row.buckets().length);
        var chances = new double[languages];
        for (int bucket : row.buckets()) {
            for (int l = 0; l < languages; l++) {
                chances[l] += w[bucket * languages + l] * factor;
            }
        }
        double highest = Arrays.stream(chances).max().orElse(0);
        double total = 0;
        for (int l = 0; l < languages; l++) {
            chances[l] = Math.exp(chances[l] - highest);
            total += chances[l];
        }
        for (int l = 0; l < languages; l++) {
            chances[l] /= total;
        }
        return chances;
    }

    private static LanguageWeights pack(float[] w, List<String> languages) {
        var sizes = new float[w.length];
        for (int i = 0; i < w.length; i++) {
            sizes[i] = Math.abs(w[i]);
        }
        Arrays.sort(sizes);
        float unit = sizes[(int) ((w.length - 1) * 0.999)] / LARGEST;
        var rows = new byte[w.length];
        for (int i = 0; i < w.length; i++) {
            rows[i] = (byte) Math.max(-LARGEST, Math.min(LARGEST, Math.round(w[i] / unit)));
        }
        return new LanguageWeights(languages, rows, unit);
    }
}
