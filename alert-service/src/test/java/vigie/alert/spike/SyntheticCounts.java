package vigie.alert.spike;

import java.util.List;

/**
 * Counts with nights, weekends, moods and crises, made of whole numbers only so that any language draws the same ones from a seed.
 */
record SyntheticCounts(long seed, int days, int busy, List<Crisis> crises) {

    /** The golden files hold what an independent implementation in Python says about these two. */
    static final SyntheticCounts BUSY = new SyntheticCounts(
            7,
            32,
            6,
            List.of(
                    new Crisis(2000, 12, 8),
                    new Crisis(5000, 30, 4),
                    new Crisis(6100, 3, 10),
                    new Crisis(8700, 400, 3)));

    static final SyntheticCounts QUIET = new SyntheticCounts(
            11, 20, 1, List.of(new Crisis(1500, 6, 20), new Crisis(1530, 6, 60), new Crisis(4000, 12, 15)));

    record Crisis(int from, int rows, int factor) {}

    long[] draw() {
        var dice = new Dice(seed);
        var counts = new long[days * 288];
        var mood = 8;
        for (int row = 0; row < counts.length; row++) {
            var hour = row / 12 % 24;
            if (row % 12 == 0) {
                mood = 5 + dice.below(8);
            }
            var tries = busy * (1 + Math.min(hour, 24 - hour)) * mood * (row / 288 % 7 >= 5 ? 1 : 2);
            for (var crisis : crises) {
                if (row >= crisis.from() && row < crisis.from() + crisis.rows()) {
                    tries *= crisis.factor();
                }
            }
            for (int i = Math.min(tries, 5000); i > 0; i--) {
                counts[row] += dice.below(64) == 0 ? 1 : 0;
            }
        }
        return counts;
    }

    private static final class Dice {
        private long state;

        Dice(long seed) {
            state = seed;
        }

        int below(int n) {
            state = (state * 0x5DEECE66DL + 0xBL) & ((1L << 48) - 1);
            return (int) ((state >>> 17) % n);
        }
    }
}
