package vigie.analysis.language;

/** Cuts a text into the pieces by which languages are told apart: two to four letters, word edges included, and whole words. */
public final class LanguageGrams {
    /** Pieces are numbered by their hash, so that the model is one small table. */
    public static final int BUCKETS = 1 << 16;

    private static final int LONGEST = 4;

    private LanguageGrams() {}

    /** Takes the pieces one by one. */
    @FunctionalInterface
    public interface Sink {
        void bucket(int bucket);
    }

    /** The buckets of all pieces of a text, repeated where a piece is. */
    public static void of(String text, Sink sink) {
        var letters = Letters.of(text);
        var buckets = new int[most(letters)];
        int count = of(letters, buckets);
        for (int i = 0; i < count; i++) {
            sink.bucket(buckets[i]);
        }
    }

    /**
     * @param buckets room for {@link #most}
     * @return how many there are
     */
    static int of(Letters letters, int[] buckets) {
        char[] chars = letters.chars;
        int count = 0;
        int word = 0;
        for (int i = 0; i < letters.length; i++) {
            int hash = chars[i];
            int end = Math.min(letters.length, i + LONGEST);
            for (int k = i + 1; k < end; k++) {
                hash = hash * 0x01000193 + chars[k];
                buckets[count++] = bucket(hash);
                if (chars[k] == ' ') {
                    break;
                }
            }
            if (chars[i] == ' ') {
                if (i > 0) {
                    buckets[count++] = bucket(word);
                }
                word = 0x2F;
            } else {
                word = word * 0x01000193 + chars[i];
            }
        }
        return count;
    }

    /** No text of these letters has more pieces. */
    static int most(Letters letters) {
        return letters.length * LONGEST;
    }

    private static int bucket(int hash) {
        int h = hash * 0x9E3779B1;
        return (h ^ (h >>> 15)) * 0x85EBCA6B >>> 16;
    }
}
