package vigie.alert.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;
import vigie.model.Notification;

/**
 * What was decided about telling somebody, as everybody who follows the live stream may see it: which receiver, never its address, and
 * not the other side's answer, which may name one.
 */
record NotificationItem(
        String id,
        String alertId,
        String brand,
        String receiver,
        String channel,
        Alert.@Nullable Event event,
        String outcome,
        @Nullable String reason,
        int attempts,
        Instant at,
        @Nullable String cause,
        @Nullable Instant due,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int round,
        @Nullable String delivery,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> others) {

    static NotificationItem of(Notification n) {
        return new NotificationItem(
                n.id(),
                n.alertId(),
                n.brand(),
                n.receiver(),
                n.channel(),
                n.event(),
                n.outcome(),
                n.reason(),
                n.attempts(),
                n.at(),
                n.cause(),
                n.due(),
                n.round(),
                n.delivery(),
                n.others());
    }
}
