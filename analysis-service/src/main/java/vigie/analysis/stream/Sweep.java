package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a store a few entries at a time, over and over, so that what is too old is found without an index of due times and
 * without a pause that grows with the store.
 */
final class Sweep<V> {

    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

    private final KeyValueStore<String, V> store;
    private final int atOnce;
    private @Nullable String after;
    private Instant nextRound = Instant.MIN;

    Sweep(KeyValueStore<String, V> store, int atOnce) {
        this.store = store;
        this.atOnce = atOnce;
    }

    /** The next entries, none while resting between two rounds. The store may be changed once they are returned. */
    List<KeyValue<String, V>> next(Instant now) {
        if (now.isBefore(nextRound)) {
            return List.of();
        }
        var entries = new ArrayList<KeyValue<String, V>>();
        var last = after;
        try (var range = last == null ? store.all() : store.range(last, null)) {
            while (range.hasNext() && entries.size() < atOnce) {
                var entry = range.next();
                if (!entry.key.equals(last)) {
                    entries.add(entry);
                }
            }
            if (range.hasNext()) {
                after = entries.get(entries.size() - 1).key;
            } else {
                after = null;
                nextRound = now.plus(BETWEEN_ROUNDS);
            }
        }
        return entries;
    }
}
