package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.alert.spike.FiveMinutes;

/** Where a series' mentions come from, day by day: what is missed while a platform cannot be heard. */
record UsualPlatforms(KeyValueStore<String, Map<String, Long>> store) {

    static final Serde<Map<String, Long>> SERDE = new BinarySerde<>(UsualPlatforms::write, UsualPlatforms::read);

    private static final int DAYS_BACK = 7;

    /** From so many mentions on their platforms are usual ones. */
    private static final int FEWEST = 20;

    /** Of one series and day; mentions of further platforms are counted nowhere. */
    private static final int MOST_PLATFORMS = 50;

    void add(Series series, long bucket, int difference, String platform) {
        var key = Keys.bucket(series.key(), bucket / FiveMinutes.PER_DAY);
        var stored = store.get(key);
        var counts = stored == null ? new TreeMap<String, Long>() : new TreeMap<>(stored);
        if (counts.size() >= MOST_PLATFORMS && !counts.containsKey(platform)) {
            return;
        }
        var count = counts.merge(platform, (long) difference, Long::sum);
        if (count <= 0) {
            counts.remove(platform);
        }
        store.put(key, counts);
    }

    /** Each platform's part of the mentions of the seven days before a bucket's day; empty when those were too few. */
    Map<String, Double> before(Series series, long bucket) {
        var counts = new TreeMap<String, Long>();
        var day = bucket / FiveMinutes.PER_DAY;
        for (var back = 1; back <= DAYS_BACK && day >= back; back++) {
            var stored = store.get(Keys.bucket(series.key(), day - back));
            if (stored != null) {
                stored.forEach((platform, count) -> counts.merge(platform, count, Long::sum));
            }
        }
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var parts = new TreeMap<String, Double>();
        if (all >= FEWEST) {
            counts.forEach((platform, count) -> parts.put(platform, count / (double) all));
        }
        return parts;
    }

    void forgetBefore(Series series, long bucket) {
        var day = bucket / FiveMinutes.PER_DAY - DAYS_BACK;
        Stores.deleteRange(store, Keys.first(series.key()), Keys.bucket(series.key(), Math.max(0, day - 1)));
    }

    private static void write(Map<String, Long> counts, DataOutput out) throws IOException {
        out.writeByte(counts.size());
        for (var one : counts.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeLong(one.getValue());
        }
    }

    private static Map<String, Long> read(DataInput in) throws IOException {
        var counts = new TreeMap<String, Long>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            counts.put(in.readUTF(), in.readLong());
        }
        return counts;
    }
}
