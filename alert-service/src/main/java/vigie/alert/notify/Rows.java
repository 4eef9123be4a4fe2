package vigie.alert.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;
import vigie.model.Consent;
import vigie.model.Notification;
import vigie.model.Receiver;

/** Makes the rows of the ledger. */
final class Rows {

    static final String REPEAT = "repeat";
    static final String ESCALATION = "escalation";
    static final String CONSENT = "consent";

    /** Longest pause between two repetitions. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_ROUNDS = 12;

    private Rows() {}

    static Notification of(Telling telling, Instant now) {
        var alert = telling.alert();
        var held = telling.held();
        return new Notification(
                telling.id(),
                alert.id(),
                alert.brand(),
                telling.routed().id(),
                telling.routed().ways().get(telling.way()).channel(),
                alert.event(),
                held == null ? Ledger.PENDING : held,
                telling.reason(),
                0,
                now,
                held == null ? alert : null,
                telling.way(),
                telling.step() > 0 ? ESCALATION : null,
                telling.step() > 0 ? telling.due() : null,
                held == null ? telling.due() : null,
                0,
                null,
                null,
                Map.of());
    }

    /** One row for all who were not meant, so that it can be said without a row for each. */
    static Notification others(Alert alert, List<Telling> notMeant, Instant now) {
        var others = new TreeMap<String, String>();
        notMeant.forEach(t -> others.put(t.routed().id(), Objects.requireNonNullElse(t.reason(), "")));
        return new Notification(
                alert.id() + ":" + alert.event() + ":" + alert.revision() + ":" + Notification.EVERYBODY,
                alert.id(),
                alert.brand(),
                Notification.EVERYBODY,
                "",
                alert.event(),
                Telling.NOT_MEANT,
                null,
                0,
                now,
                null,
                0,
                null,
                null,
                null,
                0,
                null,
                null,
                others);
    }

    /** Says it again after a pause that doubles each time; null when that was often enough. */
    static @Nullable Notification repetition(Notification row, Alert alert, Duration repeat, Instant now) {
        var round = row.round() + 1;
        if (round > MOST_ROUNDS) {
            return null;
        }
        var doubled = repeat.multipliedBy(1L << (round - 1));
        var due = now.plus(doubled.compareTo(LONGEST) > 0 ? longest(repeat) : doubled);
        return new Notification(
                alert.id() + ":" + REPEAT + ":" + round + ":" + row.receiver()
                        + (row.way() == 0 ? "" : ":" + row.way()),
                alert.id(),
                alert.brand(),
                row.receiver(),
                row.channel(),
                Alert.Event.STILL,
                Ledger.PENDING,
                "unless somebody acknowledges before",
                0,
                now,
                alert,
                row.way(),
                REPEAT,
                due,
                due,
                round,
                null,
                null,
                Map.of());
    }

    private static Duration longest(Duration repeat) {
        return repeat.compareTo(LONGEST) > 0 ? repeat : LONGEST;
    }

    /** The question to a person; one a day and address at most. */
    static Notification question(Consent consent, Receiver receiver, int way, Instant now) {
        return new Notification(
                CONSENT + ":" + consent.id() + ":" + consent.askedAt().getEpochSecond() / LONGEST.toSeconds(),
                CONSENT + ":" + consent.id(),
                "",
                receiver.id(),
                consent.channel(),
                null,
                Ledger.PENDING,
                null,
                0,
                now,
                null,
                way,
                CONSENT,
                now,
                null,
                0,
                null,
                null,
                Map.of());
    }

    /** Escalations and repetitions are void once somebody takes care or it is over. */
    static boolean isUnlessCaredFor(Notification row) {
        return REPEAT.equals(row.cause()) || ESCALATION.equals(row.cause());
    }

    static boolean isQuestion(Notification row) {
        return CONSENT.equals(row.cause());
    }
}
