package vigie.analysis.sentiment;

/**
 * 64-bit keys of features. Features are never kept as text: neither does the hot path build strings, nor can a shipped table be read
 * back into what people wrote.
 */
final class Keys {
    /** What a key stands for; each kind has its own keys for the same characters. */
    static final int WORD = 1;

    static final int TAG = 2;
    static final int EMOJI = 3;
    static final int SIGN = 4;
    static final int NEGATED = 5;
    static final int STEM = 6;
    static final int NEGATED_STEM = 7;
    static final int PAIR = 8;
    static final int FLAG = 9;
    static final int GRAM = 10;
    static final int LEXICON = 11;
    static final int LEXICON_STEM = 12;

    /** Stands for the edge of the text in pairs. */
    static final long EDGE = 0x5DEECE66DL;

    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** Keys are cut to this many bits: enough for a false match once in a billion look-ups, and smaller to ship. */
    static final int BITS = 52;

    private Keys() {}

    /** One more character of a rolling, order-dependent sum; starts at 0. */
    static long roll(long sum, char c) {
        return sum * STEP + c + 1;
    }

    /** The sum over {@code first}, a space, {@code second}, where {@code secondLength} counts its characters. */
    static long join(long first, long second, int secondLength) {
        return roll(first, ' ') * power(secondLength) + second;
    }

    private static long power(int exponent) {
        long result = 1;
        long base = STEP;
        for (int e = exponent; e > 0; e >>= 1) {
            if ((e & 1) != 0) {
                result *= base;
            }
            base *= base;
        }
        return result;
    }

    static long roll(CharSequence text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = roll(sum, text.charAt(i));
        }
        return sum;
    }

    static long of(int kind, long sum) {
        return mix(sum + kind * 0xD1B54A32D192ED03L) >>> (64 - BITS);
    }

    static long pair(long first, long second) {
        return of(PAIR, Long.rotateLeft(first * 0xC2B2AE3D27D4EB4FL, 29) + second);
    }

    /** The finalizer of MurmurHash3 (Appleby, public domain): every bit of the sum moves every bit of the key. */
    static long mix(long h) {
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
