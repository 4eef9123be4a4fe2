package vigie.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * Which alerts a question is about. Incidents that turned out to be none are never listed.
 *
 * @param brands ids; {@code null} is every brand, an empty list none
 * @param state {@code open}, {@code acknowledged} or {@code resolved}
 * @param from {@code openedAt}, inclusive
 * @param to {@code openedAt}, exclusive
 * @param rule its name
 * @param metric as in {@link Alert#metric}
 * @param minSeverity 0 to 4, inclusive
 * @param q words that must all be in what the alert says, who carries it, or what people wrote about it
 */
public record AlertFilter(
        @Nullable List<String> brands,
        @Nullable String state,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String rule,
        @Nullable String metric,
        @Nullable Integer minSeverity,
        @Nullable String q) {

    /** By brand, state and time alone. */
    public AlertFilter(
            @Nullable List<String> brands, @Nullable String state, @Nullable Instant from, @Nullable Instant to) {
        this(brands, state, from, to, null, null, null, null);
    }

    public AlertFilter {
        brands = brands == null ? null : List.copyOf(brands);
        if (state != null && !List.of("open", "acknowledged", "resolved").contains(state)) {
            throw new RefusedRequest("state", "one of open, acknowledged, resolved");
        }
    }

    /** Whether an alert is one of those, for who holds one that is newer than the index. */
    public boolean fits(Alert alert) {
        return alert.event() != Alert.Event.WITHDRAWN
                && (brands == null || brands.contains(alert.brand()))
                && (state == null || state.equals(alert.state()))
                && (from == null || !alert.openedAt().isBefore(from))
                && (to == null || alert.openedAt().isBefore(to))
                && (rule == null || rule.equals(alert.rule()))
                && (metric == null || metric.equals(alert.metric()))
                && (minSeverity == null || alert.severity() >= minSeverity)
                && AlertWords.of(alert).containsAll(AlertWords.asked(q));
    }
}
