package vigie.analysis.sentiment;

import java.util.Arrays;

/** The pieces of one text, in columns: no object per piece, reused from text to text. */
final class Tokens {
    static final byte WORD = Keys.WORD;
    static final byte TAG = Keys.TAG;
    static final byte EMOJI = Keys.EMOJI;
    static final byte SIGN = Keys.SIGN;

    int count;
    byte[] kind = new byte[256];
    /** Where the piece stands in the original text. */
    int[] start = new int[256];

    int[] end = new int[256];
    /** Rolling sum over the normalised form, and over its stem. */
    long[] sum = new long[256];

    long[] stem = new long[256];
    /** Characters of the normalised form. */
    int[] length = new int[256];
    /** The accent-less form lies in {@link #folded} from here to here. */
    int[] foldedFrom = new int[256];

    int[] foldedTo = new int[256];
    /** Bits of {@link WordTraits}. */
    int[] traits = new int[256];

    boolean[] negated = new boolean[256];
    /** Word cut out of a hashtag. */
    boolean[] ofTag = new boolean[256];

    char[] folded = new char[2048];
    int foldedLength;

    int users;
    int capitals;
    int emoji;

    void clear() {
        count = 0;
        foldedLength = 0;
        users = 0;
        capitals = 0;
        emoji = 0;
    }

    int add(byte theKind, int theStart, int theEnd) {
        if (count == kind.length) {
            grow(count * 2);
        }
        int i = count++;
        kind[i] = theKind;
        start[i] = theStart;
        end[i] = theEnd;
        sum[i] = 0;
        stem[i] = 0;
        length[i] = 0;
        foldedFrom[i] = foldedLength;
        foldedTo[i] = foldedLength;
        traits[i] = 0;
        negated[i] = false;
        ofTag[i] = false;
        return i;
    }

    void fold(char c) {
        if (foldedLength == folded.length) {
            folded = Arrays.copyOf(folded, foldedLength * 2);
        }
        folded[foldedLength++] = c;
    }

    private void grow(int size) {
        kind = Arrays.copyOf(kind, size);
        start = Arrays.copyOf(start, size);
        end = Arrays.copyOf(end, size);
        sum = Arrays.copyOf(sum, size);
        stem = Arrays.copyOf(stem, size);
        length = Arrays.copyOf(length, size);
        foldedFrom = Arrays.copyOf(foldedFrom, size);
        foldedTo = Arrays.copyOf(foldedTo, size);
        traits = Arrays.copyOf(traits, size);
        negated = Arrays.copyOf(negated, size);
        ofTag = Arrays.copyOf(ofTag, size);
    }
}
