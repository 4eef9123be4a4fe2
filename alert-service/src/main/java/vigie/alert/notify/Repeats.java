package vigie.alert.notify;

import java.time.Clock;
import vigie.model.Alert;
import vigie.model.Notification;

/** Says again what nobody takes care of, each time after twice the pause; and stops once somebody does. */
final class Repeats {

    private final Ledger ledger;
    private final Routing routing;
    private final Incidents incidents;
    private final Clock clock;

    Repeats(Ledger ledger, Routing routing, Incidents incidents, Clock clock) {
        this.ledger = ledger;
        this.routing = routing;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Writes the next repetition down before the row counts as sent, so that a crash between the two forgets nothing. */
    void prepare(Notification row) {
        if (row.alert() == null) {
            return;
        }
        var alert = incidents.newest(row.alert());
        if (Incidents.settled(alert).isPresent() || row.event() == Alert.Event.RESOLVE) {
            return;
        }
        var plan = routing.plan(alert);
        var manner = plan.told().get(row.receiver());
        if (manner == null || manner.repeat() == null) {
            return;
        }
        var next = Rows.repetition(row, alert, manner.repeat(), clock.instant());
        if (next != null && !ledger.knows(next.id())) {
            ledger.write(next);
        }
    }

    /** Voids what was only to be said if nobody took care. */
    void stop(Alert alert) {
        var settled = Incidents.settled(alert);
        if (settled.isEmpty()) {
            return;
        }
        ledger.of(alert.id()).stream()
                .filter(row -> row.outcome().equals(Ledger.PENDING) && Rows.isUnlessCaredFor(row))
                .forEach(row -> ledger.write(row.become("not-needed", settled.get(), clock.instant(), null)));
    }
}
