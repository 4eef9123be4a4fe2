package vigie.alert.stream;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.alert.spike.FiveMinutes;

/** The newest {@link Watch} of each series, and one a day to go back to. */
record Watches(KeyValueStore<String, Watch> newest, KeyValueStore<String, Watch> daily) {

    @Nullable
    Watch get(Series series) {
        return newest.get(series.key());
    }

    void put(Series series, Watch watch) {
        newest.put(series.key(), watch);
    }

    void remove(Series series) {
        newest.delete(series.key());
    }

    /** Keeps the state before the first bucket of a day (UTC). */
    void snapshot(Series series, Watch watch) {
        if (watch.next() % FiveMinutes.PER_DAY == 0) {
            daily.put(Keys.bucket(series.key(), watch.next()), watch);
        }
    }

    /** The newest snapshot at or before a bucket. */
    @Nullable
    Watch before(Series series, long bucket) {
        try (var back = daily.reverseRange(Keys.first(series.key()), Keys.bucket(series.key(), bucket))) {
            return back.hasNext() ? back.next().value : null;
        }
    }

    /** The first snapshot after a bucket before which everything is forgotten. */
    @Nullable
    Watch baseAfter(Series series, long bucket) {
        try (var rows = daily.range(Keys.bucket(series.key(), bucket + 1), Keys.last(series.key()))) {
            while (rows.hasNext()) {
                var watch = rows.next().value;
                if (watch.base()) {
                    return watch;
                }
            }
        }
        return null;
    }

    /** Snapshots after one bucket and before another are no longer true. */
    void forgetBetween(Series series, long after, long before) {
        Stores.deleteRange(daily, Keys.bucket(series.key(), after + 1), Keys.bucket(series.key(), before - 1));
    }

    /** Makes the snapshot at or before a bucket the oldest one; says which bucket it starts with. */
    long rebase(Series series, long bucket) {
        var oldest = before(series, bucket);
        if (oldest == null) {
            return bucket;
        }
        if (!oldest.base()) {
            oldest.makeBase();
            daily.put(Keys.bucket(series.key(), oldest.next()), oldest);
        }
        Stores.deleteRange(daily, Keys.first(series.key()), Keys.bucket(series.key(), oldest.next() - 1));
        return oldest.next();
    }

    List<Series> all() {
        var all = new ArrayList<Series>();
        try (var rows = newest.all()) {
            rows.forEachRemaining(row -> all.add(Series.of(row.key)));
        }
        return all;
    }
}
