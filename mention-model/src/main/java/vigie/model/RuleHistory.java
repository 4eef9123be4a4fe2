package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said before anybody asked for it: the detectors ask when a rule counts a part of a brand that was not counted so far, and
 * the same record comes back with the counts of the index.
 *
 * @param brandSince {@link Brand#since}; what is known of an earlier brand of the same id is not this one's
 * @param rule one of those that ask, with all that narrows its counts
 * @param metric which of its metrics: {@code mentions}, {@code negative}, {@code hashtag:<tag>} or {@code story:<id>}
 * @param until beginning of the 5 minutes from which on it is counted as it comes
 * @param from beginning of the first count; absent while only asked
 * @param counts one for each 5 minutes from then on
 */
public record RuleHistory(
        String brand,
        Instant brandSince,
        AlertRule rule,
        String metric,
        Instant until,
        @Nullable Instant from,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> counts) {

    public RuleHistory {
        counts = counts == null ? List.of() : List.copyOf(counts);
    }

    /** Whether it is the question, not the answer. */
    public boolean asks() {
        return from == null;
    }

    public RuleHistory told(Instant first, List<Long> known) {
        return new RuleHistory(brand, brandSince, rule, metric, until, first, known);
    }
}
