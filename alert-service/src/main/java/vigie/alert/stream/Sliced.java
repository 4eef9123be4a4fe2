package vigie.alert.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.alert.plain.Slice;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AnalysedMention;

/** What a mention's new version changes in the counts of slices. */
record Sliced(KeyValueStore<String, SlicedMention> store, Watchlist watchlist) {

    /** One more or one less of a metric, in a bucket. */
    record Change(String metric, long bucket, int difference) {}

    List<Change> changes(AnalysedMention mention, long now) {
        var slices = watchlist.slices(mention.brand());
        if (slices.isEmpty()) {
            return List.of();
        }
        var key = Keys.bucket(mention.brand(), FiveMinutes.of(mention.eventTime())) + '\0' + mention.mentionId();
        var stored = store.get(key);
        var isForgotten = mention.eventTime().toEpochMilli() < now - Stores.KEPT.toMillis();
        if (stored == null && isForgotten && mention.change() != AnalysedMention.Change.FIRST) {
            return List.of();
        }
        var before = stored == null ? SlicedMention.NOWHERE : stored;
        var after = new TreeMap<String, Long>();
        var view = new Slice.View(mention);
        for (var slice : slices) {
            if (mention.change() != AnalysedMention.Change.WITHDRAWN && slice.holds(view)) {
                for (var metric : Changes.counted(mention)) {
                    var counted = Watchlist.counted(metric, slice.key());
                    if (watchlist.asks(mention.brand(), counted)) {
                        var bucket = before.buckets().get(counted);
                        after.put(counted, bucket == null ? bucket(mention, slice) : bucket);
                    }
                }
            }
        }
        if (after.equals(before.buckets())) {
            return List.of();
        }
        if (after.isEmpty()) {
            store.delete(key);
        } else {
            store.put(key, new SlicedMention(after));
        }
        var changes = new ArrayList<Change>();
        before.buckets().forEach((metric, bucket) -> {
            if (!after.containsKey(metric)) {
                changes.add(new Change(metric, bucket, -1));
            }
        });
        after.forEach((metric, bucket) -> {
            if (!before.buckets().containsKey(metric)) {
                changes.add(new Change(metric, bucket, 1));
            }
        });
        return changes;
    }

    /** An old mention that begins to spread is news of the moment it does. */
    private static long bucket(AnalysedMention mention, Slice slice) {
        var at = slice.ofReach() && mention.change() == AnalysedMention.Change.REVISED
                ? mention.analysedAt()
                : mention.eventTime();
        return FiveMinutes.of(at);
    }

    void forgetBefore(String brand, long bucket) {
        Stores.deleteRange(store, Keys.first(brand), Keys.bucket(brand, bucket));
    }
}
