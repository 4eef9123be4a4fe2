package vigie.analysis.story;

import java.util.Arrays;

/**
 * From a key to the places it leads to; several for one key are possible. Two plain arrays (a key, a place), since millions of boxed
 * entries would take five times the memory.
 */
final class Postings {

    private static final int NONE = -1;
    private static final double FULL = 0.6;

    private int[] keys = new int[64];
    private int[] places = empty(64);
    private int size;

    private static int[] empty(int capacity) {
        var places = new int[capacity];
        Arrays.fill(places, NONE);
        return places;
    }

    /** @param place not negative */
    void add(int key, int place) {
        if (size + 1 > FULL * keys.length) {
            grow();
        }
        put(key, place);
        size++;
    }

    private void put(int key, int place) {
        int at = home(key);
        while (places[at] != NONE) {
            at = at + 1 & keys.length - 1;
        }
        keys[at] = key;
        places[at] = place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldPlaces = places;
        keys = new int[2 * oldKeys.length];
        places = empty(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPlaces[i] != NONE) {
                put(oldKeys[i], oldPlaces[i]);
            }
        }
    }

    /** Writes the places of a key into an array; returns how many, at most as many as it has room for. */
    int find(int key, int[] found) {
        int n = 0;
        for (int at = home(key); places[at] != NONE; at = at + 1 & keys.length - 1) {
            if (keys[at] == key) {
                if (n == found.length) {
                    return n;
                }
                found[n++] = places[at];
            }
        }
        return n;
    }

    void remove(int key, int place) {
        int at = home(key);
        while (places[at] != NONE && (keys[at] != key || places[at] != place)) {
            at = at + 1 & keys.length - 1;
        }
        if (places[at] != NONE) {
            close(at);
            size--;
        }
    }

    /** Moves what lies behind a gap into it, so that no search ends too early. */
    private void close(int gap) {
        int at = gap;
        while (true) {
            at = at + 1 & keys.length - 1;
            if (places[at] == NONE) {
                places[gap] = NONE;
                return;
            }
            var distance = at - home(keys[at]) & keys.length - 1;
            if (distance >= (at - gap & keys.length - 1)) {
                keys[gap] = keys[at];
                places[gap] = places[at];
                gap = at;
            }
        }
    }

    private int home(int key) {
        var mixed = key * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & keys.length - 1;
    }
}
