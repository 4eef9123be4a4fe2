package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many mentions of one day said a term, by the term's hash: enough to know what is not new, and nothing to read. Of more than
 * {@value #MOST_TERMS} terms those said least are forgotten.
 */
final class TermDay {

    static final BinarySerde<TermDay> SERDE = new BinarySerde<>(TermDay::write, TermDay::read);

    static final TermDay EMPTY = new TermDay(new int[0], new char[0]);

    static final int MOST_TERMS = 16_384;

    private static final int MOST_COUNTED = Character.MAX_VALUE;

    /** In rising order, each with its count at the same place. */
    private final int[] hashes;

    private final char[] counts;

    private TermDay(int[] hashes, char[] counts) {
        this.hashes = hashes;
        this.counts = counts;
    }

    long count(int hash) {
        var place = Arrays.binarySearch(hashes, hash);
        return place < 0 ? 0 : counts[place];
    }

    /** @param more mentions by a term's hash */
    TermDay with(Map<Integer, Double> more) {
        var all = new HashMap<Integer, Long>();
        for (int i = 0; i < hashes.length; i++) {
            all.put(hashes[i], (long) counts[i]);
        }
        more.forEach((hash, count) -> all.merge(hash, Math.max(1, Math.round(count)), Long::sum));
        var kept = all.entrySet().stream();
        if (all.size() > MOST_TERMS) {
            kept = kept.sorted(Map.Entry.<Integer, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_TERMS);
        }
        var sorted = kept.sorted(Map.Entry.comparingByKey()).toList();
        var day = new TermDay(new int[sorted.size()], new char[sorted.size()]);
        for (int i = 0; i < sorted.size(); i++) {
            day.hashes[i] = sorted.get(i).getKey();
            day.counts[i] = (char) Math.min(MOST_COUNTED, sorted.get(i).getValue());
        }
        return day;
    }

    int size() {
        return hashes.length;
    }

    private static void write(TermDay day, DataOutput out) throws IOException {
        out.writeShort(day.hashes.length);
        for (int i = 0; i < day.hashes.length; i++) {
            out.writeInt(day.hashes[i]);
            out.writeChar(day.counts[i]);
        }
    }

    private static TermDay read(DataInput in) throws IOException {
        var size = in.readUnsignedShort();
        var day = new TermDay(new int[size], new char[size]);
        for (int i = 0; i < size; i++) {
            day.hashes[i] = in.readInt();
            day.counts[i] = in.readChar();
        }
        return day;
    }
}
