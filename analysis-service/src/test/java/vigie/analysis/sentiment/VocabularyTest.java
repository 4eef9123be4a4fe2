package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final int KNOWN = 60_000;

    private final Random random = new Random(11);
    private final long[] keys =
            random.longs(KNOWN, 0, 1L << Keys.BITS).sorted().distinct().toArray();
    private final byte[] rarity = new byte[keys.length];

    @Test
    void eachKnownFeatureHasASlotOfItsOwnAndUnknownOnesHaveNone() {
        random.nextBytes(rarity);
        var vocabulary = new Vocabulary(keys, rarity);
        long[] asked = Arrays.copyOf(keys, keys.length + 1_000);
        for (int i = keys.length; i < asked.length; i++) {
            asked[i] = random.nextLong() >>> 64 - Keys.BITS;
        }
        var found = new int[asked.length];
        vocabulary.find(asked, asked.length, found, new int[asked.length]);

        var slots = new HashSet<Integer>();
        for (int i = 0; i < keys.length; i++) {
            assertThat(found[i]).isEqualTo(vocabulary.slot(i)).isBetween(0, vocabulary.slots() - 1);
            slots.add(found[i]);
        }
        assertThat(slots).hasSize(keys.length);
        assertThat(Arrays.copyOfRange(found, keys.length, found.length)).containsOnly(-1);
    }

    @Test
    void aFeatureIsCountedOnceHoweverOftenAndWhereverItStands() {
        var vocabulary = new Vocabulary(keys, rarity);
        var bag = new Bag(vocabulary);
        for (int round = 0; round < 3; round++) {
            bag.clear();
            for (int i = 0; i < 5_000; i++) {
                bag.feature(keys[i % 2_000], i, -1);
                bag.feature(-1L >>> 64 - Keys.BITS, i, -1);
            }
            bag.settle();
            assertThat(bag.size).isEqualTo(2_000);
            assertThat(bag.occurrences).isEqualTo(10_000);
            assertThat(bag.counts[bag.entry[0]]).isEqualTo(3);
            assertThat(bag.slots[bag.entry[2 * 1_999]]).isEqualTo(vocabulary.slot(1_999));
            assertThat(bag.entry[1]).isEqualTo(-1);
        }
    }
}
