package vigie.analysis.sentiment;

import java.util.Arrays;

/**
 * The features of one text that the model knows, each once with its count, and of which pieces of the text each occurrence was made;
 * cleared in time of what it holds, reused.
 *
 * <p>Features are noted first and looked up all at once: the table is larger than a processor's cache, and waiting for one piece of
 * memory after the other would take most of the time.
 */
final class Bag implements FeatureSink {
    private final Vocabulary known;

    /** Different features: their slots and counts. */
    int size;

    int[] slots = new int[512];
    int[] counts = new int[512];
    /** Room for what the model keeps at each slot. */
    long[] rows = new long[512];

    /** Occurrences, known or not: the pieces they are made of, and the place among the different features, or −1 where unknown. */
    int occurrences;

    int[] first = new int[1024];
    int[] second = new int[1024];
    int[] entry = new int[1024];
    private long[] keys = new long[1024];
    private int[] open = new int[1024];

    /** Open addressing over the slots; where entry i was placed is kept, for a place must be freed without searching for it. */
    private int[] places = new int[2048];

    private int[] taken = new int[512];

    Bag(Vocabulary known) {
        this.known = known;
    }

    void clear() {
        if (size * 4 > places.length) {
            Arrays.fill(places, 0);
        } else {
            for (int i = 0; i < size; i++) {
                places[taken[i]] = 0;
            }
        }
        size = 0;
        occurrences = 0;
    }

    @Override
    public void feature(long key, int firstPiece, int secondPiece) {
        int i = occurrences++;
        if (i == keys.length) {
            keys = Arrays.copyOf(keys, i * 2);
            open = new int[i * 2];
            first = Arrays.copyOf(first, i * 2);
            second = Arrays.copyOf(second, i * 2);
            entry = Arrays.copyOf(entry, i * 2);
        }
        keys[i] = key;
        first[i] = firstPiece;
        second[i] = secondPiece;
    }

    /** Looks up and counts what was noted; {@link #size} and what belongs to it are valid afterwards. */
    void settle() {
        known.find(keys, occurrences, entry, open);
        for (int i = 0; i < occurrences; i++) {
            if (entry[i] >= 0) {
                entry[i] = count(entry[i]);
            }
        }
    }

    private int count(int slot) {
        int place = place(slot);
        int there = places[place] - 1;
        if (there >= 0) {
            counts[there]++;
            return there;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            rows = new long[size * 2];
            taken = Arrays.copyOf(taken, size * 2);
        }
        slots[size] = slot;
        counts[size] = 1;
        taken[size++] = place;
        places[place] = size;
        int entered = size - 1;
        if (size * 2 > places.length) {
            spread();
        }
        return entered;
    }

    private int place(int slot) {
        int mask = places.length - 1;
        int place = (slot * 0x9E3779B1 >>> 7) & mask;
        while (places[place] != 0 && slots[places[place] - 1] != slot) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void spread() {
        places = new int[places.length * 4];
        for (int i = 0; i < size; i++) {
            taken[i] = place(slots[i]);
            places[taken[i]] = i + 1;
        }
    }
}
