package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone was told, or why not.
 *
 * @param id alert id + event + receiver: the dedup key
 * @param outcome {@code pending}, {@code sent}, {@code rejected}, {@code silenced}, {@code late} …
 * @param reason for any outcome but {@code sent}
 * @param alert what is to be told, only while {@code pending}, so that whoever takes over can send it
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
        Instant at,
        @Nullable Alert alert) {

    /** One with an outcome, which needs to carry no alert any more. */
    public Notification(
            String id,
            String alertId,
            String brand,
            String receiver,
            String channel,
            Alert.Event event,
            String outcome,
            @Nullable String reason,
            int attempts,
            Instant at) {
        this(id, alertId, brand, receiver, channel, event, outcome, reason, attempts, at, null);
    }

    /** The same without the alert, as people see it. */
    public Notification withoutAlert() {
        return new Notification(id, alertId, brand, receiver, channel, event, outcome, reason, attempts, at);
    }
}
