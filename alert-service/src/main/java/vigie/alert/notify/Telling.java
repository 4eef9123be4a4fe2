package vigie.alert.notify;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;
import vigie.model.Receiver;

/**
 * An alert on its way to a receiver.
 *
 * @param receiver absent until it is routed
 * @param held why it is not sent: {@code silenced}, {@code late}; absent when it is
 * @param reason a sentence for {@code held}
 */
record Telling(
        Alert alert,
        @Nullable Receiver receiver,
        @Nullable String held,
        @Nullable String reason) {

    static Telling of(Alert alert) {
        return new Telling(alert, null, null, null);
    }

    Telling to(Receiver one) {
        return new Telling(alert, one, held, reason);
    }

    /** Keeps the first reason: one is enough. */
    Telling hold(String outcome, String why) {
        return held == null ? new Telling(alert, receiver, outcome, why) : this;
    }

    Receiver routed() {
        return Objects.requireNonNull(receiver, "not routed yet");
    }

    /** The dedup key: the same update of the same alert for the same receiver. */
    String id() {
        return alert.id() + ":" + alert.event() + ":" + alert.revision() + ":" + routed().id();
    }
}
