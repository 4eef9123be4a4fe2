package vigie.analysis.story;

import java.util.Arrays;

/**
 * A set of hashes, or the smallest of them when there are many: equal parts of two sets are then still found in both, so that what
 * they share can be estimated from the samples alone, and exactly where both are complete.
 *
 * @param size of the whole set
 * @param hashes ascending
 */
record Sample(int size, int[] hashes) {

    static Sample of(int[] all, int count, int most) {
        var sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return new Sample(distinct, Arrays.copyOf(sorted, Math.min(distinct, most)));
    }

    /** Up to here the sample holds all of the set. */
    int completeTo() {
        return hashes.length == size ? Integer.MAX_VALUE : hashes[hashes.length - 1];
    }

    /**
     * What two sets have in common, counted where both samples are complete.
     *
     * @param mine hashes of the first there, of which {@code common} are in the other
     */
    record Overlap(int mine, int theirs, int common) {

        /** The common part of the larger. */
        double ofLarger() {
            return part(Math.max(mine, theirs));
        }

        double ofSmaller() {
            return part(Math.min(mine, theirs));
        }

        /** The common part of both together. */
        double ofAll() {
            return part(mine + theirs - common);
        }

        private double part(int of) {
            return of == 0 ? 0 : (double) common / of;
        }
    }

    Overlap with(Sample other) {
        var limit = Math.min(completeTo(), other.completeTo());
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < hashes.length && j < other.hashes.length && hashes[i] <= limit && other.hashes[j] <= limit) {
            if (hashes[i] == other.hashes[j]) {
                common++;
                i++;
                j++;
            } else if (hashes[i] < other.hashes[j]) {
                i++;
            } else {
                j++;
            }
        }
        return new Overlap(upTo(limit), other.upTo(limit), common);
    }

    private int upTo(int limit) {
        var at = Arrays.binarySearch(hashes, limit);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
