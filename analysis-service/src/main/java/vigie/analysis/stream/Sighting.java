package vigie.analysis.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.EngagementCounts;

/** Counters of a post as seen at one moment. */
record Sighting(Instant at, EngagementCounts counts) {

    /** With the counters this sighting does not know taken from an earlier one, lest a missing field look like likes taken back. */
    Sighting over(EngagementCounts earlier) {
        return new Sighting(
                at,
                new EngagementCounts(
                        known(counts.likes(), earlier.likes()),
                        known(counts.shares(), earlier.shares()),
                        known(counts.comments(), earlier.comments()),
                        known(counts.views(), earlier.views())));
    }

    private static @Nullable Long known(@Nullable Long now, @Nullable Long before) {
        return now == null ? before : now;
    }
}
