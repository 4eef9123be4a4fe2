package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import vigie.alert.spike.FiveMinutes;
import vigie.model.SourceStatus;

/**
 * The buckets in which most of what is listened to could not be heard: what was counted then is a part, and silence means nothing.
 *
 * <p>A mention does not say which source brought it, so this is known for the whole house, not for one brand: a bucket is unknown when
 * the sources that are down brought more than half of all posts.
 */
record Outages(KeyValueStore<String, Long> store) {

    private static final String DOWN = "down";

    /** The entrance others push to; it is not asked for anything, and says nothing between two pushes. */
    private static final String PUSH = "push";

    /** A source says every few seconds how it fares; one of a process that died says nothing more. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    /** One failed attempt is no outage; noted before the first bucket it concerns is closed. */
    private static final Duration FIRM = Duration.ofSeconds(90);

    /** What has been down for so long is not waited for any more: what can be heard is the usual now. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    /** How far back an outage is noted when it is found; further back its buckets were judged long ago. */
    private static final Duration NOTED_BACK = Duration.ofHours(6);

    /** Since when most cannot be heard, by the posts each source brought; by their number while none brought any. */
    static Optional<Instant> since(Collection<SourceStatus> sources, Instant now) {
        var down = new ArrayList<SourceStatus>();
        long posts = 0;
        long lost = 0;
        var awaited = sources.stream()
                .filter(source -> !lastHeard(source).isBefore(now.minus(GIVEN_UP)))
                .toList();
        for (var source : awaited) {
            posts += source.posts();
            var isSilent = !source.source().equals(PUSH) && source.at().isBefore(now.minus(SILENT));
            if (source.state().equals(DOWN) || isSilent) {
                down.add(source);
                lost += source.posts();
            }
        }
        var most = posts == 0 ? down.size() == awaited.size() : 2 * lost > posts;
        return down.isEmpty() || !most
                ? Optional.empty()
                : down.stream()
                        .map(Outages::lastHeard)
                        .max(Instant::compareTo)
                        .filter(since -> !since.isAfter(now.minus(FIRM)));
    }

    private static Instant lastHeard(SourceStatus source) {
        return source.lastSuccess() == null ? source.at() : source.lastSuccess();
    }

    /** Notes an outage that is going on. */
    void note(Instant since, Instant now) {
        var from = since.isBefore(now.minus(NOTED_BACK)) ? now.minus(NOTED_BACK) : since;
        for (var bucket = FiveMinutes.of(from); bucket <= FiveMinutes.of(now); bucket++) {
            if (!contains(bucket)) {
                store.put(Keys.hex(bucket), now.toEpochMilli());
            }
        }
    }

    boolean contains(long bucket) {
        return store.get(Keys.hex(bucket)) != null;
    }

    void forgetBefore(long bucket) {
        Stores.deleteRange(store, Keys.hex(0), Keys.hex(bucket - 1));
    }
}
