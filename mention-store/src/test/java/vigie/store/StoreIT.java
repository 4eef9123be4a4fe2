package vigie.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import vigie.server.TestServers;

/** A store of its own on the shared real Elasticsearch, for each test. */
abstract class StoreIT {

    private static final AtomicInteger NEXT = new AtomicInteger();

    static final StoreSettings SETTINGS =
            StoreSettings.of(java.net.URI.create(TestServers.elasticsearch().uri()));

    private final List<MentionStore> opened = new ArrayList<>();

    final String prefix = getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + NEXT.incrementAndGet();
    final MentionStore store = open(SETTINGS.withPrefix(prefix).withShards(3, 0));

    final MentionStore open(StoreSettings settings) {
        var store = MentionStore.open(settings);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(MentionStore::close);
    }

    /** Writes and makes searchable. */
    final List<BulkResult.Item> write(StoreWrite... writes) {
        return write(Arrays.asList(writes));
    }

    final List<BulkResult.Item> write(List<StoreWrite> writes) {
        var result = store.bulk(writes);
        store.refresh();
        return result.items();
    }

    /** Everything around {@link Said#NOON}. */
    static MentionFilter.Builder around() {
        return MentionFilter.between(Said.NOON.minus(Duration.ofDays(200)), Said.NOON.plus(Duration.ofDays(200)));
    }

    final List<String> ids(MentionFilter filter) {
        return store.page(filter, MentionSort.RECENT, 1_000, null).items().stream()
                .map(StoredMention::id)
                .toList();
    }
}
