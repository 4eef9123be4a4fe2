package vigie.sentiment.trainer;

import java.util.Arrays;
import vigie.analysis.sentiment.FeatureSink;

/** The features of one text by number, each once with its count. */
final class Counter implements FeatureSink {
    private final Dictionary dictionary;
    private int[] ids = new int[256];
    private int[] counts = new int[0];
    private int size;

    Counter(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    @Override
    public void feature(long key, int first, int second) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = dictionary.id(key);
    }

    void sort() {
        Arrays.sort(ids, 0, size);
        counts = new int[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (distinct > 0 && ids[i] == ids[distinct - 1]) {
                counts[distinct - 1]++;
            } else {
                counts[distinct] = 1;
                ids[distinct++] = ids[i];
            }
        }
        size = distinct;
    }

    int[] ids() {
        return Arrays.copyOf(ids, size);
    }

    int[] counts() {
        return Arrays.copyOf(counts, size);
    }

    int size() {
        return size;
    }
}
