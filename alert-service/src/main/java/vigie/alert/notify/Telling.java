package vigie.alert.notify;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;
import vigie.model.Receiver;

/**
 * An alert on its way to a receiver.
 *
 * @param receiver absent until it is spread over the receivers
 * @param way which of the receiver's ways
 * @param step of an escalation; 0 = news
 * @param held why it is not sent: {@code silenced}, {@code late} …; absent when it is
 * @param reason a sentence for {@code held}, or for {@code due}
 * @param due not before; absent = at once
 */
record Telling(
        Alert alert,
        @Nullable Receiver receiver,
        int way,
        int step,
        @Nullable String held,
        @Nullable String reason,
        @Nullable Instant due) {

    static final String NOT_MEANT = "not-meant";

    static Telling of(Alert alert) {
        return new Telling(alert, null, 0, 0, null, null, null);
    }

    Telling to(Receiver one, int itsWay) {
        return new Telling(alert, one, itsWay, step, held, reason, due);
    }

    /** Keeps the first reason: one is enough. */
    Telling hold(String outcome, String why) {
        return held == null ? new Telling(alert, receiver, way, step, outcome, why, due) : this;
    }

    /** Whoever is not meant was not kept from anything. */
    Telling notMeant(String why) {
        return new Telling(alert, receiver, way, step, NOT_MEANT, why, null);
    }

    /** Not before; the later of two moments counts. */
    Telling wait(Instant until, String why) {
        return due != null && due.isAfter(until) ? this : new Telling(alert, receiver, way, step, held, why, until);
    }

    /** Says why it is not sent yet. */
    Telling because(String why) {
        return held == null ? new Telling(alert, receiver, way, step, null, why, due) : this;
    }

    Telling escalated(int toStep, Instant at) {
        return new Telling(alert, receiver, way, toStep, null, "unless somebody acknowledges before", at);
    }

    Receiver routed() {
        return Objects.requireNonNull(receiver, "not spread over the receivers yet");
    }

    /** The dedup key: the same update of the same alert for the same way of the same receiver; one escalation an incident. */
    String id() {
        var what = step > 0 ? "escalation:" + step : alert.event() + ":" + alert.revision();
        return alert.id() + ":" + what + ":" + routed().id() + (way == 0 ? "" : ":" + way);
    }
}
