package vigie.analysis.sentiment;

/**
 * Keys in one array, by open addressing: a look-up costs about one cache miss. Values lie in arrays of the caller, at the slot answered
 * here.
 *
 * <p>A slot holds 32 of the key's 52 bits, the place itself tells most of the rest; a false match is a matter of one in a billion.
 */
final class KeyTable {
    private static final int PLACE_BITS = 20;

    private final int[] prints;
    private final int mask;

    /** Room for this many keys, at most 70 % full. */
    KeyTable(int keys) {
        int size = 16;
        while (size * 0.7 < keys) {
            size *= 2;
        }
        prints = new int[size];
        mask = size - 1;
    }

    int slots() {
        return prints.length;
    }

    /** @return the key's slot, new or known */
    int put(long key) {
        int print = print(key);
        int slot = (int) key & mask;
        while (prints[slot] != 0 && prints[slot] != print) {
            slot = (slot + 1) & mask;
        }
        prints[slot] = print;
        return slot;
    }

    /** @return the key's slot, or −1 */
    int find(long key) {
        int print = print(key);
        int slot = (int) key & mask;
        while (true) {
            int there = prints[slot];
            if (there == print) {
                return slot;
            }
            if (there == 0) {
                return -1;
            }
            slot = (slot + 1) & mask;
        }
    }

    /**
     * Many keys at once: the table is asked for all of them before any answer is looked at, so that the waits for memory overlap.
     *
     * @param slots takes each key's slot, or −1
     */
    void find(long[] keys, int count, int[] slots) {
        for (int i = 0; i < count; i++) {
            slots[i] = prints[(int) keys[i] & mask];
        }
        for (int i = 0; i < count; i++) {
            int there = slots[i];
            if (there == 0) {
                slots[i] = -1;
            } else {
                slots[i] = there == print(keys[i]) ? (int) keys[i] & mask : find(keys[i]);
            }
        }
    }

    /**
     * As above, for some of the keys.
     *
     * @param which of the keys to look for
     * @param plus added to each slot found
     */
    void find(long[] keys, int[] which, int count, int[] slots, int plus) {
        for (int k = 0; k < count; k++) {
            slots[which[k]] = prints[(int) keys[which[k]] & mask];
        }
        for (int k = 0; k < count; k++) {
            int i = which[k];
            int there = slots[i];
            int slot = there == 0 ? -1 : there == print(keys[i]) ? (int) keys[i] & mask : find(keys[i]);
            slots[i] = slot < 0 ? -1 : slot + plus;
        }
    }

    private static int print(long key) {
        int print = (int) (key >>> PLACE_BITS);
        return print == 0 ? 1 : print;
    }
}
