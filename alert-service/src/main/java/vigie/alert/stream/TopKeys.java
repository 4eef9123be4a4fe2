package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who carries a count, in bounded space: exact up to 64 different keys, beyond that the big ones are kept and may be over-counted
 * (Metwally's Space-Saving).
 */
final class TopKeys {

    private static final int CAPACITY = 64;
    private static final int LONGEST_KEY = 120;

    private final Map<String, Long> counts = new TreeMap<>();

    void add(String key, long difference) {
        var name = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
        var before = counts.get(name);
        if (before == null && difference > 0 && counts.size() >= CAPACITY) {
            before = replaceSmallest();
        }
        var count = (before == null ? 0 : before) + difference;
        if (count > 0) {
            counts.put(name, count);
        } else {
            counts.remove(name);
        }
    }

    private long replaceSmallest() {
        var smallest =
                counts.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        counts.remove(smallest.getKey());
        return smallest.getValue();
    }

    /** The largest first; equal ones by name, so that the same mentions give the same explanation. */
    List<Map.Entry<String, Long>> largest(int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
    }

    void addAll(TopKeys other) {
        other.counts.forEach(this::merge);
    }

    /** Windows are merged without a bound: at most 36 buckets of 64 keys. */
    private void merge(String key, long count) {
        counts.merge(key, count, Long::sum);
    }

    void write(DataOutput out) throws IOException {
        out.writeShort(counts.size());
        for (var entry : counts.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    static TopKeys read(DataInput in) throws IOException {
        var keys = new TopKeys();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            keys.counts.put(in.readUTF(), in.readLong());
        }
        return keys;
    }
}
