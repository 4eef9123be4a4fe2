package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.model.AnalysedMention;

/** Which brands were counted, and since when; what was counted for a brand that is no more is forgotten. */
final class CountedBrands {

    /** A mention may overtake the brand it is of, but not by more than this. */
    private static final Duration OVERTAKEN = Duration.ofMinutes(1);

    private final KeyValueStore<String, CountedBrand> store;
    private final List<KeyValueStore<String, ?>> belongings;
    private final Watchlist watchlist;

    CountedBrands(
            KeyValueStore<String, CountedBrand> store, List<KeyValueStore<String, ?>> belongings, Watchlist watchlist) {
        this.store = store;
        this.belongings = List.copyOf(belongings);
        this.watchlist = watchlist;
    }

    /** When the brand of a mention began, or null when the mention is of an earlier brand of this id. */
    @Nullable
    Instant admit(AnalysedMention mention, long now) {
        var brand = mention.brand();
        var known = watchlist.since(brand);
        var since = mention.brandSince() == null ? known : mention.brandSince();
        var counted = store.get(brand);
        if (since.isBefore(known) || (counted != null && since.isBefore(counted.since()))) {
            return null;
        }
        if (counted == null || since.isAfter(counted.since())) {
            forget(brand);
            store.put(brand, new CountedBrand(since, false, now));
        }
        return since;
    }

    /** Whether anything was counted for a brand here; others are another instance's. */
    boolean isCounted(String brand) {
        return store.get(brand) != null;
    }

    /** When the counted brand began; the beginning of time when nothing was counted. */
    Instant since(String brand) {
        var counted = store.get(brand);
        return counted == null ? Instant.EPOCH : counted.since();
    }

    /** Forgets the brands that were deleted, also those created again meanwhile. */
    void tidy(long now) {
        for (var entry : all().entrySet()) {
            var brand = entry.getKey();
            var counted = entry.getValue();
            var known = watchlist.brand(brand);
            if (known == null) {
                if (counted.confirmed() || now - counted.firstAt() > OVERTAKEN.toMillis()) {
                    forget(brand);
                }
            } else if (watchlist.since(brand).isAfter(counted.since())) {
                forget(brand);
            } else if (!counted.confirmed()) {
                store.put(brand, new CountedBrand(counted.since(), true, counted.firstAt()));
            }
        }
    }

    private Map<String, CountedBrand> all() {
        var all = new HashMap<String, CountedBrand>();
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> all.put(row.key, row.value));
        }
        return all;
    }

    List<String> names() {
        return new ArrayList<>(all().keySet());
    }

    private void forget(String brand) {
        store.delete(brand);
        for (var belonging : belongings) {
            Stores.deleteBelow(belonging, brand);
        }
    }
}
