package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.Mood;
import vigie.model.BrandMood;

/**
 * Sums up how this partition's mentions of each brand were read, and tells the sums once a second where they changed: a record for
 * each brand, not for each mention.
 */
final class Moods {

    private static final char BETWEEN = '\n';

    private final KeyValueStore<String, byte[]> store;
    private final Duration halfLife;
    private final int part;
    private final Set<String> changed = new LinkedHashSet<>();

    /** Whatever was summed up before a crash is told once more, since whether it was told is not kept. */
    Moods(KeyValueStore<String, byte[]> store, Duration halfLife, int part) {
        this.store = store;
        this.halfLife = halfLife;
        this.part = part;
        try (var all = store.all()) {
            all.forEachRemaining(row -> changed.add(row.key));
        }
    }

    void change(Felt.Change change) {
        change.gone().forEach(felt -> add(felt, -1));
        change.come().forEach(felt -> add(felt, 1));
    }

    private void add(Felt felt, int amount) {
        var key = felt.brand() + BETWEEN + (felt.since() == null ? "" : felt.since());
        var bytes = store.get(key);
        var mood = bytes == null ? Mood.none() : Mood.of(bytes);
        store.put(key, mood.with(felt.known(), felt.at(), amount, halfLife).bytes());
        changed.add(key);
    }

    /** The sums that changed since the last call. */
    List<BrandMood> told() {
        var told = new ArrayList<BrandMood>();
        for (var key : changed) {
            var between = key.lastIndexOf(BETWEEN);
            var answers = Base64.getEncoder().encodeToString(Objects.requireNonNull(store.get(key)));
            told.add(new BrandMood(key.substring(0, between), since(key.substring(between + 1)), part, answers));
        }
        changed.clear();
        return told;
    }

    private static @Nullable Instant since(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
