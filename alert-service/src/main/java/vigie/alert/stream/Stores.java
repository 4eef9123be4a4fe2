package vigie.alert.stream;

import static org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore;
import static org.apache.kafka.streams.state.Stores.keyValueStoreBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import vigie.json.JsonSerde;

/** The stores of the topology, all with changelogs, all keyed by brand first. */
final class Stores {

    static final String COUNTS = "bucket-counts";
    static final String VOICES = "bucket-voices";
    static final String WATCHES = "watches";
    static final String SNAPSHOTS = "watch-snapshots";
    static final String CORRECTIONS = "corrected-buckets";
    static final String BRANDS = "counted-brands";
    static final String INCIDENTS = "incidents";
    static final String SLICED = "sliced-mentions";
    static final String OUTAGES = "platform-outages";
    static final String PLATFORMS = "usual-platforms";
    static final String PLAIN = "plain-rules";
    static final String BEGINNINGS = "beginnings";
    static final String TERMS = "term-samples";
    static final String TERM_DAYS = "term-days";

    /** Buckets and snapshots end so long after their last change. */
    static final Duration KEPT = Duration.ofDays(40);

    private Stores() {}

    /** @param place where the large ones live: on disk, or in memory for tests */
    static List<StoreBuilder<?>> all(Function<String, KeyValueBytesStoreSupplier> place) {
        return List.of(
                large(place.apply(COUNTS), Cell.SERDE),
                large(place.apply(VOICES), Voices.SERDE),
                large(place.apply(WATCHES), Watch.SERDE),
                large(place.apply(SNAPSHOTS), Watch.SERDE),
                small(CORRECTIONS, Correction.SERDE),
                small(BRANDS, JsonSerde.of(CountedBrand.class)),
                large(place.apply(INCIDENTS), JsonSerde.of(Incident.class)),
                large(place.apply(SLICED), SlicedMention.SERDE),
                small(OUTAGES, Serdes.Long()),
                large(place.apply(PLATFORMS), UsualPlatforms.SERDE),
                small(BEGINNINGS, Beginning.SERDE),
                small(PLAIN, Serdes.String()),
                large(place.apply(TERMS), TermSample.SERDE),
                large(place.apply(TERM_DAYS), TermDay.SERDE));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> large(
            KeyValueBytesStoreSupplier supplier, Serde<V> values) {
        return keyValueStoreBuilder(supplier, Serdes.String(), values)
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> small(String name, Serde<V> values) {
        return keyValueStoreBuilder(inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(Map.of());
    }

    /** Both ends included. */
    static <V> void deleteRange(KeyValueStore<String, V> store, String from, String to) {
        if (from.compareTo(to) > 0) {
            return;
        }
        try (var rows = store.range(from, to)) {
            while (rows.hasNext()) {
                store.delete(rows.next().key);
            }
        }
    }

    static <V> void deleteBelow(KeyValueStore<String, V> store, String prefix) {
        deleteRange(store, Keys.first(prefix), Keys.last(prefix));
    }
}
