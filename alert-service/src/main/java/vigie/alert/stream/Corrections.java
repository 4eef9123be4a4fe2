package vigie.alert.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which series are to be walked again. */
record Corrections(KeyValueStore<String, Correction> store) {

    void add(Series series, long bucket, long now) {
        store.put(series.key(), Correction.with(store.get(series.key()), bucket, now));
    }

    void done(Series series) {
        store.delete(series.key());
    }

    boolean pending(Series series) {
        return store.get(series.key()) != null;
    }

    Map<Series, Correction> due(long now) {
        var due = new LinkedHashMap<Series, Correction>();
        try (var rows = store.all()) {
            while (rows.hasNext()) {
                var row = rows.next();
                if (row.value.due(now)) {
                    due.put(Series.of(row.key), row.value);
                }
            }
        }
        return due;
    }
}
