package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert.Event;

/**
 * Someone was told, or why not.
 *
 * @param id alert id + event + receiver: the dedup key
 * @param receiver its id; {@link #EVERYBODY} for those who were not meant, who are named in {@code others}
 * @param event absent when it is not about an alert
 * @param outcome {@code pending}, {@code sent}, {@code rejected}, {@code silenced}, {@code late} …
 * @param reason for any outcome but {@code sent}
 * @param alert what is to be told, only while {@code pending} or {@code rejected}, so that whoever takes over can send it
 * @param way which of the receiver's ways, from 0
 * @param cause why it is told: {@code news}, {@code repeat}, {@code escalation} or {@code consent}; absent = news
 * @param since from when on it was to be told, which tries are counted from; absent = since the alert was decided
 * @param due not before; absent = at once
 * @param round how often it was repeated
 * @param receipt what the other side answered when it took it
 * @param delivery id of the notification in whose message this one was told, when several were gathered
 * @param others receiver id → why it was not meant
 */
public record Notification(
        String id,
        String alertId,
        String brand,
        String receiver,
        String channel,
        @Nullable Event event,
        String outcome,
        @Nullable String reason,
        int attempts,
        Instant at,
        @Nullable Alert alert,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int way,
        @Nullable String cause,
        @Nullable Instant since,
        @Nullable Instant due,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int round,
        @Nullable String receipt,
        @Nullable String delivery,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> others) {

    public static final String EVERYBODY = "*";

    public Notification {
        others = others == null ? Map.of() : Map.copyOf(others);
    }

    /** One about an alert, at once. */
    public Notification(
            String id,
            String alertId,
            String brand,
            String receiver,
            String channel,
            @Nullable Event event,
            String outcome,
            @Nullable String reason,
            int attempts,
            Instant at,
            @Nullable Alert alert) {
        this(
                id, alertId, brand, receiver, channel, event, outcome, reason, attempts, at, alert, 0, null, null, null,
                0, null, null, Map.of());
    }

    /** The same with another outcome; {@code attempts} stay. */
    public Notification become(String newOutcome, @Nullable String newReason, Instant now, @Nullable Alert kept) {
        return new Notification(
                id,
                alertId,
                brand,
                receiver,
                channel,
                event,
                newOutcome,
                newReason,
                attempts,
                now,
                kept,
                way,
                cause,
                since,
                due,
                round,
                receipt,
                delivery,
                others);
    }

    /** The same, not before {@code when}. */
    public Notification notBefore(@Nullable Instant when) {
        return new Notification(
                id, alertId, brand, receiver, channel, event, outcome, reason, attempts, at, alert, way, cause, since,
                when, round, receipt, delivery, others);
    }

    /** The same after one more try. */
    public Notification tried(@Nullable String newReceipt, @Nullable String inDelivery) {
        return new Notification(
                id,
                alertId,
                brand,
                receiver,
                channel,
                event,
                outcome,
                reason,
                attempts + 1,
                at,
                alert,
                way,
                cause,
                since,
                due,
                round,
                newReceipt,
                inDelivery,
                others);
    }

    /** The same without the alert, as people see it. */
    public Notification withoutAlert() {
        return become(outcome, reason, at, null);
    }
}
