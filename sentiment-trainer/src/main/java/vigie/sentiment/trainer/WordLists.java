package vigie.sentiment.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vigie.analysis.sentiment.Lexicons;
import vigie.analysis.sentiment.Lexicons.Kind;
import vigie.analysis.sentiment.Lexicons.Source;
import vigie.analysis.sentiment.TextFeatures;

/** The word lists that come with the trainer (see {@code lexicons/NOTICE.md} for where they are from), in the form of the model. */
final class WordLists {
    private static final String FOLDER = "/vigie/sentiment/lexicons/";
    private static final float AFINN_RANGE = 5;
    private static final float VADER_RANGE = 4;
    /** Shorter stems say too little about the word they came from. */
    private static final int SHORTEST_STEM = 4;
    /** Words of one stem that disagree cancel out; what is left below this is noise. */
    private static final float DISAGREEMENT = 0.05f;

    private WordLists() {}

    static Lexicons bundled(List<String> languages) {
        var translated = new ArrayList<Map<String, Float>>();
        var adjectives = new ArrayList<Map<String, Float>>();
        var stems = new ArrayList<Map<String, Float>>();
        var stemsOfWords = new ArrayList<Map<String, Float>>();
        for (String l : languages) {
            Map<String, Float> words = merge(List.of(list("translated-" + l, AFINN_RANGE)));
            Map<String, Float> described = merge(List.of(list("adjectives-" + l, 1)));
            boolean afinn = !l.equals("fr") && !l.equals("it");
            Map<String, Float> given = merge(List.of(list("stems-" + l, afinn ? AFINN_RANGE : 1)));
            translated.add(words);
            adjectives.add(described);
            stems.add(stems(List.of(words, described, given)));
            stemsOfWords.add(stems(List.of(words, described)));
        }
        Map<String, Float> social = merge(List.of(list("social-en", VADER_RANGE)));
        return Lexicons.of(List.of(
                new Source(Kind.TRANSLATED, merge(translated), translated),
                new Source(Kind.SOCIAL, social, List.of()),
                new Source(Kind.ADJECTIVES, merge(adjectives), adjectives),
                new Source(Kind.STEMS, merge(stemsOfWords), stems)));
    }

    private static Map<String, Float> list(String name, float range) {
        var words = new TreeMap<String, Float>();
        try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + name + ".tsv")) {
            if (in == null) {
                return words;
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                String word = TextFeatures.normalise(line.substring(0, tab));
                words.putIfAbsent(word, Float.parseFloat(line.substring(tab + 1)) / range);
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + name + " cannot be read", e);
        }
    }

    private static Map<String, Float> merge(List<Map<String, Float>> lists) {
        var all = new TreeMap<String, List<Float>>();
        for (Map<String, Float> list : lists) {
            list.forEach((word, value) -> {
                if (value != 0) {
                    all.computeIfAbsent(word, w -> new ArrayList<>()).add(value);
                }
            });
        }
        var merged = new TreeMap<String, Float>();
        all.forEach((word, values) -> merged.put(word, mean(values)));
        return merged;
    }

    private static Map<String, Float> stems(List<Map<String, Float>> lists) {
        var all = new HashMap<String, List<Float>>();
        for (Map<String, Float> list : lists) {
            list.forEach((word, value) -> {
                if (word.indexOf(' ') < 0 && word.length() >= SHORTEST_STEM && value != 0) {
                    all.computeIfAbsent(TextFeatures.stem(word), s -> new ArrayList<>())
                            .add(value);
                }
            });
        }
        var stems = new TreeMap<String, Float>();
        all.forEach((stem, values) -> {
            if (values.size() < 2 || Math.abs(mean(values)) > DISAGREEMENT) {
                stems.put(stem, mean(values));
            }
        });
        return stems;
    }

    private static float mean(List<Float> values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.size();
    }
}
