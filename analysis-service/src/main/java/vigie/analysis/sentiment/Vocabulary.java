package vigie.analysis.sentiment;

import java.util.stream.IntStream;

/**
 * All features that a model knows. The usual ones, which make up most of any text, lie in a table of their own that fits into a
 * processor's own cache, as do their weights; the many rare ones behind them.
 */
final class Vocabulary {
    private static final int USUAL = 22_000;

    private final KeyTable usual;
    private final KeyTable rare;
    /** By key, in the order given: where it lies; rare ones after all usual ones. */
    private final int[] slots;

    /** @param rarity by key, the same order */
    Vocabulary(long[] keys, byte[] rarity) {
        int[] byUse = IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) -> (rarity[a] & 0xFF) - (rarity[b] & 0xFF))
                .mapToInt(Integer::intValue)
                .toArray();
        int many = Math.min(USUAL, keys.length);
        usual = new KeyTable(many);
        rare = new KeyTable(keys.length - many);
        slots = new int[keys.length];
        for (int i = 0; i < byUse.length; i++) {
            int key = byUse[i];
            slots[key] = i < many ? usual.put(keys[key]) : usual.slots() + rare.put(keys[key]);
        }
    }

    int slots() {
        return usual.slots() + rare.slots();
    }

    int slot(int key) {
        return slots[key];
    }

    /**
     * Many keys at once.
     *
     * @param found takes each key's slot, or −1
     * @param open room for as many numbers
     */
    void find(long[] keys, int count, int[] found, int[] open) {
        usual.find(keys, count, found);
        int left = 0;
        for (int i = 0; i < count; i++) {
            open[left] = i;
            left += found[i] < 0 ? 1 : 0;
        }
        rare.find(keys, open, left, found, usual.slots());
    }
}
