package vigie.alert.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would have been one alert.
 *
 * @param told how often people would have been told of it
 * @param tellings when: the end of the bucket that had the evidence, as it would have closed
 * @param resolvedAt absent when it was still open at the end
 * @param ordinary whether the detector finds the level one this brand reaches more often than once in the rule's budget
 * @param summary one sentence a language
 */
public record Incident(
        Instant openedAt,
        Instant lastAt,
        @Nullable Instant resolvedAt,
        int told,
        List<Instant> tellings,
        int severity,
        long observed,
        double expected,
        double sd,
        String window,
        double returnPeriodDays,
        long silentBelow,
        boolean ordinary,
        Map<String, String> summary) {

    public Incident {
        tellings = List.copyOf(tellings);
        summary = Map.copyOf(summary);
    }
}
