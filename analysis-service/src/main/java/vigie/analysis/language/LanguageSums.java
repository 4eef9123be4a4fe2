package vigie.analysis.language;

/**
 * What the pieces of a text say for each language, added up. Eight languages lie side by side in one word, so that a piece costs one look
 * at memory and two additions; the sums are those of whole numbers, exact.
 */
final class LanguageSums {
    private static final int LANES = 8;
    /** Every other byte of a word, with room above each to add up {@link #FULL} of them. */
    private static final long EVEN = 0x00FF00FF00FF00FFL;

    private static final int FULL = 256;
    /** Added to each weight, so that none is negative. */
    private static final int SHIFT = 128;

    private final int languages;
    private final float unit;
    /** By eight languages, then bucket. */
    private final long[][] rows;

    private final ThreadLocal<int[]> buckets;

    LanguageSums(LanguageWeights weights) {
        languages = weights.languages().size();
        unit = weights.unit();
        rows = new long[(languages + LANES - 1) / LANES][LanguageGrams.BUCKETS];
        for (int bucket = 0; bucket < LanguageGrams.BUCKETS; bucket++) {
            for (int l = 0; l < languages; l++) {
                long weight = weights.rows()[bucket * languages + l] + SHIFT;
                rows[l / LANES][bucket] |= weight << (Byte.SIZE * (l % LANES));
            }
        }
        buckets = ThreadLocal.withInitial(() -> new int[1024]);
    }

    /** By language; texts of any length compare alike. */
    double[] of(Letters letters) {
        int[] found = buckets.get();
        if (found.length < LanguageGrams.most(letters)) {
            found = new int[LanguageGrams.most(letters)];
            buckets.set(found);
        }
        int count = LanguageGrams.of(letters, found);
        var sums = new double[languages];
        double factor = unit / Math.sqrt(Math.max(count, 1));
        for (int l = 0; l < languages; l += LANES) {
            var lanes = add(rows[l / LANES], found, count);
            for (int k = 0; k < Math.min(LANES, languages - l); k++) {
                sums[l + k] = lanes[k] * factor;
            }
        }
        return sums;
    }

    private static int[] add(long[] rows, int[] buckets, int count) {
        var lanes = new int[LANES];
        for (int from = 0; from < count; from += FULL) {
            long even = 0;
            long odd = 0;
            int to = Math.min(count, from + FULL);
            for (int i = from; i < to; i++) {
                long row = rows[buckets[i]];
                even += row & EVEN;
                odd += row >>> Byte.SIZE & EVEN;
            }
            for (int k = 0; k < LANES; k += 2) {
                lanes[k] += (int) (even >>> (Byte.SIZE * k) & 0xFFFF);
                lanes[k + 1] += (int) (odd >>> (Byte.SIZE * k) & 0xFFFF);
            }
        }
        for (int k = 0; k < LANES; k++) {
            lanes[k] -= SHIFT * count;
        }
        return lanes;
    }
}
