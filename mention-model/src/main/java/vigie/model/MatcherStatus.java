package vigie.model;

import java.time.Instant;
import java.util.Map;

/**
 * Which configuration a live matcher has applied.
 *
 * @param instance the matcher's process
 * @param applied per partition of {@code brands}, the offset of the last record applied; −1 for an empty partition
 * @param at when it said so; a matcher silent for 10 s is not live
 */
public record MatcherStatus(String instance, Map<Integer, Long> applied, Instant at) {
    public MatcherStatus {
        applied = Map.copyOf(applied);
    }
}
