package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone was told, or why not.
 *
 * @param id alert id + event + receiver: the dedup key
 * @param outcome {@code sent}, {@code rejected}, {@code silenced}, {@code late} …
 * @param reason for any outcome but {@code sent}
 */
public record Notification(
        String id,
        String alertId,
        String brand,
        String receiver,
        String channel,
        Alert.Event event,
        String outcome,
        @Nullable String reason,
        int attempts,
        Instant at) {}
