package vigie.analysis.sentiment;

import java.util.Arrays;

/** The features of one text that the model knows, each once with its count; cleared in time of what it holds, reused. */
final class Bag implements FeatureSink {
    private final KeyTable known;
    int size;
    int[] slots = new int[512];
    int[] counts = new int[512];
    /** Open addressing over the slots; where entry i was placed is kept, for a place must be freed without searching for it. */
    private int[] places = new int[2048];

    private int[] taken = new int[512];

    Bag(KeyTable known) {
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
    }

    @Override
    public void feature(long key, int first, int second) {
        int slot = known.find(key);
        if (slot < 0) {
            return;
        }
        int place = place(slot);
        if (places[place] != 0) {
            counts[places[place] - 1]++;
            return;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            taken = Arrays.copyOf(taken, size * 2);
        }
        slots[size] = slot;
        counts[size] = 1;
        taken[size++] = place;
        places[place] = size;
        if (size * 2 > places.length) {
            spread();
        }
    }

    /** @return how often the feature at this slot occurs in the text */
    int count(int slot) {
        int at = places[place(slot)];
        return at == 0 ? 0 : counts[at - 1];
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
