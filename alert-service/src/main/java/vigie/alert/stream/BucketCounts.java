package vigie.alert.stream;

import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** How many, per series and 5-minute bucket of event time. Buckets of zero are not stored. */
record BucketCounts(KeyValueStore<String, Cell> store) {

    /** Adds a difference; a count never falls below zero, whatever is withdrawn twice. */
    void add(Series series, long bucket, int difference, long now) {
        var key = Keys.bucket(series.key(), bucket);
        var before = store.get(key);
        var count = Math.max(0, (before == null ? 0 : before.count()) + difference);
        if (count > 0) {
            store.put(key, new Cell(count, now));
        } else if (before != null) {
            store.delete(key);
        }
    }

    /** Raises a count that is known to be higher; says whether it was lower. */
    boolean atLeast(Series series, long bucket, long count, long now) {
        var key = Keys.bucket(series.key(), bucket);
        var before = store.get(key);
        var isLower = (before == null ? 0 : before.count()) < count;
        if (isLower) {
            store.put(key, new Cell(count, now));
        }
        return isLower;
    }

    /** The non-zero buckets from one (included) to another (excluded), in order; to be closed. */
    KeyValueIterator<String, Cell> range(Series series, long from, long to) {
        return store.range(Keys.bucket(series.key(), from), Keys.bucket(series.key(), Math.max(from, to - 1)));
    }

    /** How many from one bucket (included) to another (excluded). */
    long sum(Series series, long from, long to) {
        long sum = 0;
        try (var cells = range(series, Math.max(0, from), to)) {
            while (cells.hasNext()) {
                sum += cells.next().value.count();
            }
        }
        return sum;
    }

    /** The first bucket of the run without a gap longer than {@code gap} that holds or precedes {@code bucket}. */
    long startOfRun(Series series, long bucket, long gap) {
        var start = bucket;
        var newest = true;
        try (var back = store.reverseRange(Keys.first(series.key()), Keys.bucket(series.key(), bucket))) {
            while (back.hasNext()) {
                var earlier = Keys.bucketOf(back.next().key);
                if (start - earlier > gap) {
                    break;
                }
                start = earlier;
                newest = false;
            }
        }
        return newest ? firstFrom(series, bucket) : start;
    }

    /** The first non-zero bucket at or after one; that one when there is none. */
    private long firstFrom(Series series, long bucket) {
        try (var cells = store.range(Keys.bucket(series.key(), bucket), Keys.last(series.key()))) {
            return cells.hasNext() ? Keys.bucketOf(cells.next().key) : bucket;
        }
    }

    /** The first bucket that changed after {@code horizon} (ms); empty when there is none. */
    OptionalLong firstChangedAfter(Series series, long horizon) {
        try (var cells = store.range(Keys.first(series.key()), Keys.last(series.key()))) {
            while (cells.hasNext()) {
                var cell = cells.next();
                if (cell.value.changedAt() > horizon) {
                    return OptionalLong.of(Keys.bucketOf(cell.key));
                }
            }
        }
        return OptionalLong.empty();
    }

    void forgetBefore(Series series, long bucket) {
        Stores.deleteRange(store, Keys.first(series.key()), Keys.bucket(series.key(), bucket - 1));
    }
}
