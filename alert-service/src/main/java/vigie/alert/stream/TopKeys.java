package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who carries a count, in bounded space: exact up to so many different keys, beyond that the big ones are kept and may be over-counted
 * (Metwally's Space-Saving), by at most the sum of all counts divided by the capacity.
 */
final class TopKeys {

    static final int CAPACITY = 64;

    /** For what every mention has many of. */
    static final int MANY = 128;

    private static final int LONGEST_KEY = 120;

    private final Map<String, Long> counts = new TreeMap<>();
    private final int capacity;

    TopKeys(int capacity) {
        this.capacity = capacity;
    }

    void add(String key, long difference) {
        var name = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
        var before = counts.get(name);
        if (before == null && difference > 0 && counts.size() >= capacity) {
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

    Stream<Map.Entry<String, Long>> counted() {
        return counts.entrySet().stream();
    }

    long count(String key) {
        return counts.getOrDefault(key, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    void addAll(TopKeys other) {
        other.counts.forEach(this::merge);
    }

    /** Windows are merged without a bound: at most a day of buckets of so many keys. */
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

    void readFrom(DataInput in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            counts.put(in.readUTF(), in.readLong());
        }
    }
}
