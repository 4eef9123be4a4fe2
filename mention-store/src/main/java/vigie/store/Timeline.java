package vigie.store;

import java.time.Instant;
import java.util.List;

/**
 * Mentions over time.
 *
 * @param interval {@code 5m}, {@code 1h} or {@code 1d}
 * @param buckets one per step of the period, empty ones included, oldest first
 */
public record Timeline(String interval, List<Bucket> buckets) {

    public Timeline {
        buckets = List.copyOf(buckets);
    }

    /** @param t start of the step; days start at midnight of the asked zone */
    public record Bucket(Instant t, long mentions, long negative, long neutral, long positive) {}
}
