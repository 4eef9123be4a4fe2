package vigie.sentiment.trainer;

import java.util.Arrays;

/** Numbers the features of a body of texts in order of appearance and counts the texts that hold each. */
final class Dictionary {
    private long[] places = new long[1 << 16];
    private int[] ids = new int[1 << 16];
    private long[] keys = new long[1 << 15];
    private int[] texts = new int[1 << 15];
    private int size;

    /** @return the feature's number, new or known */
    int id(long key) {
        int place = place(key);
        if (ids[place] != 0) {
            return ids[place] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        keys[size] = key;
        places[place] = key;
        ids[place] = ++size;
        if (size * 2 > places.length) {
            spread();
        }
        return size - 1;
    }

    void seenIn(int id) {
        texts[id]++;
    }

    int texts(int id) {
        return texts[id];
    }

    long key(int id) {
        return keys[id];
    }

    int size() {
        return size;
    }

    private int place(long key) {
        int mask = places.length - 1;
        int place = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (ids[place] != 0 && places[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void spread() {
        places = new long[places.length * 2];
        ids = new int[places.length];
        for (int i = 0; i < size; i++) {
            int place = place(keys[i]);
            places[place] = keys[i];
            ids[place] = i + 1;
        }
    }
}
