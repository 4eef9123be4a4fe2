package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.Tunings;

/**
 * Finds the posts whose mentions were said with an older knowledge of their brand, a few at a time. Begins once the knowledge has
 * stayed the same for a while, so that an import is read again once and not at each step of its learning.
 *
 * <p>Where a walk stands is not kept: each post remembers with which version it was said, so after a crash the walk begins anew and
 * skips what it had done.
 */
final class Rereading {

    /** Looked at in one go; looking costs a hundredth of what saying again does. */
    private static final int LOOKED_AT = 200;

    private final KeyValueStore<String, Kept> posts;
    private final KeyValueStore<String, Long> done;
    private final Tunings tunings;
    private final Duration pause;
    private Map<String, Long> wanted = Map.of();
    private Instant wantedSince = Instant.MIN;
    private boolean walking;
    private @Nullable String after;

    /** @param done by brand: the version with which every post of this partition has been said */
    Rereading(KeyValueStore<String, Kept> posts, KeyValueStore<String, Long> done, Tunings tunings, Duration pause) {
        this.posts = posts;
        this.done = done;
        this.tunings = tunings;
        this.pause = pause;
    }

    /** Ids of the next posts to be said again, at most so many. */
    List<String> next(Instant now, int most) {
        if (!walking && !begins(now) || most <= 0) {
            return List.of();
        }
        var found = new ArrayList<String>();
        var looked = 0;
        var last = after;
        try (var range = last == null ? posts.all() : posts.range(last, null)) {
            while (range.hasNext() && found.size() < most && looked++ < LOOKED_AT) {
                var post = range.next();
                last = post.key;
                if (!post.key.equals(after) && isOld(post.value.state())) {
                    found.add(post.key);
                }
            }
            after = last;
            if (!range.hasNext()) {
                wanted.forEach(done::put);
                walking = false;
                after = null;
            }
        }
        return found;
    }

    private boolean begins(Instant now) {
        var missing = new HashMap<String, Long>();
        tunings.all().forEach((brand, tuning) -> {
            var version = done.get(brand);
            if (version == null || version < tuning.version()) {
                missing.put(brand, tuning.version());
            }
        });
        if (!missing.equals(wanted)) {
            wanted = missing;
            wantedSince = now;
        }
        walking = !missing.isEmpty() && !wantedSince.plus(pause).isAfter(now);
        return walking;
    }

    private boolean isOld(PostState state) {
        for (var brand : state.brands().entrySet()) {
            var counted = brand.getValue();
            if (wanted.containsKey(brand.getKey())
                    && counted.live()
                    && counted.tuning()
                            != tunings.of(brand.getKey(), counted.since()).version()) {
                return true;
            }
        }
        return false;
    }
}
