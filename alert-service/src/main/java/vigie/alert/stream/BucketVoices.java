package vigie.alert.stream;

import org.apache.kafka.streams.state.KeyValueStore;
import vigie.model.AnalysedMention;

/** The {@link Voices} of each bucket, beside its count. */
record BucketVoices(KeyValueStore<String, Voices> store) {

    void add(Series series, long bucket, int difference, AnalysedMention mention) {
        var key = Keys.bucket(series.key(), bucket);
        var voices = store.get(key);
        if (voices == null) {
            voices = new Voices();
        }
        voices.add(mention, difference);
        store.put(key, voices);
    }

    /** A mention heard in this bucket tells another story than was thought. */
    void moveStory(Series series, long bucket, String from, String to) {
        var key = Keys.bucket(series.key(), bucket);
        var voices = store.get(key);
        if (voices != null) {
            voices.moveStory(from, to);
            store.put(key, voices);
        }
    }

    /** Of all buckets from one to another, both included. */
    Voices between(Series series, long first, long last) {
        var all = new Voices();
        try (var rows = store.range(Keys.bucket(series.key(), first), Keys.bucket(series.key(), last))) {
            rows.forEachRemaining(row -> all.addAll(row.value));
        }
        return all;
    }

    void forgetBefore(Series series, long bucket) {
        Stores.deleteRange(store, Keys.first(series.key()), Keys.bucket(series.key(), bucket - 1));
    }
}
