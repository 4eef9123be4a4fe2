package vigie.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a question is about. Incidents that turned out to be none are never listed.
 *
 * @param brands ids; {@code null} is every brand, an empty list none
 * @param state {@code open}, {@code acknowledged} or {@code resolved}
 * @param from {@code openedAt}, inclusive
 * @param to {@code openedAt}, exclusive
 */
public record AlertFilter(
        @Nullable List<String> brands,
        @Nullable String state,
        @Nullable Instant from,
        @Nullable Instant to) {

    public AlertFilter {
        brands = brands == null ? null : List.copyOf(brands);
        if (state != null && !List.of("open", "acknowledged", "resolved").contains(state)) {
            throw new RefusedRequest("state", "one of open, acknowledged, resolved");
        }
    }
}
