package vigie.sentiment.trainer;

import java.util.Arrays;
import java.util.List;
import vigie.analysis.sentiment.Lexicons;
import vigie.analysis.sentiment.TextFeatures;

/**
 * Texts as sparse rows: words and pieces of words weighted by rarity, each of the two blocks of length one, and the word lists'
 * numbers.
 */
final class Corpus {
    /** The word lists' numbers are small beside the rest, so that the classifier must mean it when it uses them. */
    static final float LEXICON_SCALE = 0.15f;

    final long[] keys;
    final float[] rarity;
    final int[][] features;
    final float[][] values;
    final float[][] lexicon;
    final int[] labels;
    final int[] languages;
    final List<Example> examples;

    private Corpus(long[] keys, float[] rarity, List<Example> examples) {
        this.keys = keys;
        this.rarity = rarity;
        this.examples = examples;
        int size = examples.size();
        features = new int[size][];
        values = new float[size][];
        lexicon = new float[size][];
        labels = new int[size];
        languages = new int[size];
    }

    /**
     * @param fitted number of leading examples that decide which features are known (two texts at least) and how rare they are
     */
    static Corpus of(List<Example> examples, int fitted, List<String> languages, Lexicons lexicons) {
        var reader = new TextFeatures();
        var dictionary = new Dictionary();
        int size = examples.size();
        var ids = new int[size][];
        var counts = new int[size][];
        var wordCounts = new int[size];
        var lists = new float[size][];
        for (int i = 0; i < size; i++) {
            Example example = examples.get(i);
            reader.read(example.text());
            var words = new Counter(dictionary);
            reader.words(words);
            words.sort();
            var grams = new Counter(dictionary);
            reader.grams(grams);
            grams.sort();
            ids[i] = concat(words.ids(), grams.ids());
            counts[i] = concat(words.counts(), grams.counts());
            wordCounts[i] = words.size();
            lists[i] = reader.lexicon(lexicons, languages.indexOf(example.language()))
                    .clone();
            for (int id : i < fitted ? ids[i] : new int[0]) {
                dictionary.seenIn(id);
            }
        }
        var number = new int[dictionary.size()];
        int known = 0;
        for (int id = 0; id < number.length; id++) {
            number[id] = dictionary.texts(id) >= 2 ? known++ : -1;
        }
        var keys = new long[known];
        var rarity = new float[known];
        for (int id = 0; id < number.length; id++) {
            if (number[id] >= 0) {
                keys[number[id]] = dictionary.key(id);
                rarity[number[id]] = (float) (Math.log((1.0 + fitted) / (1 + dictionary.texts(id))) + 1);
            }
        }
        var corpus = new Corpus(keys, rarity, examples);
        for (int i = 0; i < size; i++) {
            corpus.row(i, ids[i], counts[i], wordCounts[i], number);
            for (int k = 0; k < lists[i].length; k++) {
                lists[i][k] *= LEXICON_SCALE;
            }
            corpus.lexicon[i] = lists[i];
            corpus.labels[i] = examples.get(i).label().ordinal();
            corpus.languages[i] = languages.indexOf(examples.get(i).language());
        }
        return corpus;
    }

    private void row(int i, int[] ids, int[] counts, int words, int[] number) {
        var row = new int[ids.length];
        var value = new float[ids.length];
        int size = 0;
        int block = 0;
        for (int k = 0; k <= ids.length; k++) {
            if (k == words || k == ids.length) {
                normalise(value, block, size);
                block = size;
            }
            if (k < ids.length && number[ids[k]] >= 0) {
                row[size] = number[ids[k]];
                value[size++] = (float) (1 + Math.log(counts[k])) * rarity[number[ids[k]]];
            }
        }
        features[i] = Arrays.copyOf(row, size);
        values[i] = Arrays.copyOf(value, size);
    }

    private static void normalise(float[] value, int from, int to) {
        double norm = 0;
        for (int k = from; k < to; k++) {
            norm += value[k] * value[k];
        }
        for (int k = from; k < to; k++) {
            value[k] /= (float) Math.sqrt(norm);
        }
    }

    private static int[] concat(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    int size() {
        return labels.length;
    }
}
