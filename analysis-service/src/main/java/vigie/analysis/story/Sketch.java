package vigie.analysis.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a text to recognise near-duplicates of it: hashes of its words and of its runs of three words, without their order.
 * A few hundred bytes at most, from which the text cannot be read.
 *
 * <p>Word hashes have 16 bits, so that many words share each.
 *
 * @param words how many the text has; in scripts without spaces pairs of characters
 * @param vocabulary of single words
 * @param shingles of runs of three words
 * @param facts those of the vocabulary that tell one case from another: numbers and names
 */
public record Sketch(int words, Sample vocabulary, Sample shingles, int[] facts) {

    /** Shorter texts are recognised word for word only: one other word may turn them into their opposite. */
    static final int FEWEST_WORDS = 8;

    private static final int RUN = 3;
    private static final int MOST_WORDS = 96;
    private static final int MOST_SHINGLES = 128;
    private static final int MOST_FACTS = 16;

    /** Absent where the text is too short. */
    static @Nullable Sketch of(Words words) {
        var hashes = new long[words.count()];
        var facts = new int[words.count()];
        int count = 0;
        int factual = 0;
        for (int i = 0; i < words.count(); i++) {
            var paired = words.isUnspacedAt(i);
            if (paired && i > 0 && words.isUnspacedAt(i - 1) && !(i + 1 < words.count() && words.isUnspacedAt(i + 1))) {
                continue;
            }
            var next = paired && i + 1 < words.count() && words.isUnspacedAt(i + 1) ? words.word(i + 1) : "";
            var hash = hash(words.word(i), next);
            hashes[count++] = hash;
            if (words.isFact(i)) {
                facts[factual++] = small(hash);
            }
        }
        return count < FEWEST_WORDS
                ? null
                : of(hashes, count, Sample.of(facts, factual, MOST_FACTS).hashes());
    }

    private static Sketch of(long[] words, int count, int[] facts) {
        var single = new int[count];
        var runs = new int[count - RUN + 1];
        for (int i = 0; i < count; i++) {
            single[i] = small(words[i]);
            if (i + RUN <= count) {
                runs[i] = (int) (mixed(mixed(mixed(words[i]) + words[i + 1]) + words[i + 2]) >>> 32);
            }
        }
        return new Sketch(
                count, Sample.of(single, count, MOST_WORDS), Sample.of(runs, runs.length, MOST_SHINGLES), facts);
    }

    /** The part of this text's facts that the other's words hold too; nothing to contradict is full agreement. */
    double factsIn(Sketch other) {
        int asked = 0;
        int there = 0;
        for (var fact : facts) {
            if (fact <= other.vocabulary.completeTo()) {
                asked++;
                there += Arrays.binarySearch(other.vocabulary.hashes(), fact) >= 0 ? 1 : 0;
            }
        }
        return asked == 0 ? 1 : (double) there / asked;
    }

    private static long hash(String word, String next) {
        var hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        }
        for (int i = 0; i < next.length(); i++) {
            hash = (hash ^ next.charAt(i)) * 0x100000001B3L;
        }
        return mixed(hash);
    }

    private static int small(long hash) {
        return (int) (hash >>> 48);
    }

    /** David Stafford's thirteenth variant of a 64-bit finalizer: every bit depends on every bit. */
    private static long mixed(long bits) {
        var z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** As it is stored and sent. */
    public byte[] bytes() {
        var single = vocabulary.hashes();
        var runs = shingles.hashes();
        var out = ByteBuffer.allocate(9 + 2 * single.length + 4 * runs.length + 2 * facts.length);
        out.putShort((short) words).putShort((short) vocabulary.size()).putShort((short) shingles.size());
        out.put((byte) single.length).put((byte) runs.length).put((byte) facts.length);
        for (var word : single) {
            out.putShort((short) word);
        }
        for (var run : runs) {
            out.putInt(run);
        }
        for (var fact : facts) {
            out.putShort((short) fact);
        }
        return out.array();
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException when these are not the bytes of a sketch
     */
    public static Sketch of(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            int words = Short.toUnsignedInt(in.getShort());
            int vocabulary = Short.toUnsignedInt(in.getShort());
            int shingles = Short.toUnsignedInt(in.getShort());
            var single = new int[Byte.toUnsignedInt(in.get())];
            var runs = new int[Byte.toUnsignedInt(in.get())];
            var facts = new int[Byte.toUnsignedInt(in.get())];
            for (int i = 0; i < single.length; i++) {
                single[i] = Short.toUnsignedInt(in.getShort());
            }
            for (int i = 0; i < runs.length; i++) {
                runs[i] = in.getInt();
            }
            for (int i = 0; i < facts.length; i++) {
                facts[i] = Short.toUnsignedInt(in.getShort());
            }
            return new Sketch(words, new Sample(vocabulary, single), new Sample(shingles, runs), facts);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("not a sketch of a text", e);
        }
    }
}
