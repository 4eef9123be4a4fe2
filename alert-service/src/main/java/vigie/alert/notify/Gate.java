package vigie.alert.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vigie.alert.setup.Setup;
import vigie.model.Notification;
import vigie.model.Receiver;

/**
 * Looks once more before something is sent: between the decision and the sending a consent may have been withdrawn, a silence set, a
 * receiver deleted, or somebody may have taken care.
 */
final class Gate {

    private final Setup setup;
    private final Incidents incidents;
    private final Stage again;
    private final Clock clock;

    Gate(Setup setup, Incidents incidents, Stages stages, Clock clock) {
        this.setup = setup;
        this.incidents = incidents;
        this.again = stages.consented().then(stages.silences());
        this.clock = clock;
    }

    /** What the gate says of a row. */
    sealed interface Verdict {
        record Go(Receiver receiver, Receiver.Way way) implements Verdict {}

        record Wait(Instant until) implements Verdict {}

        record No(String outcome, String reason) implements Verdict {}
    }

    Verdict judge(Notification row) {
        var receiver = setup.receiver(row.receiver());
        if (receiver.isEmpty()) {
            return new Verdict.No("rejected", "the receiver was deleted");
        }
        var ways = receiver.get().ways();
        if (row.way() >= ways.size() || !ways.get(row.way()).channel().equals(row.channel())) {
            return new Verdict.No("rejected", "the receiver is not reached this way any more");
        }
        var go = new Verdict.Go(receiver.get(), ways.get(row.way()));
        return Rows.isQuestion(row) ? go : judge(row, go);
    }

    private Verdict judge(Notification row, Verdict.Go go) {
        if (setup.brand(row.brand()).isEmpty()) {
            return new Verdict.No("rejected", "the brand was deleted");
        }
        var alert = Objects.requireNonNull(row.alert(), "what is pending carries its alert");
        if (Rows.isUnlessCaredFor(row)) {
            var settled = Incidents.settled(incidents.newest(alert));
            if (settled.isPresent()) {
                return new Verdict.No("not-needed", settled.get());
            }
        }
        var held = held(Telling.of(alert).to(go.receiver(), row.way()));
        if (held.isPresent()) {
            return held.get();
        }
        return QuietTime.end(setup, alert, go.receiver(), clock.instant())
                .<Verdict>map(Verdict.Wait::new)
                .orElse(go);
    }

    private Optional<Verdict> held(Telling telling) {
        return Stream.of(telling)
                .flatMap(again::apply)
                .filter(t -> t.held() != null)
                .findFirst()
                .map(t -> new Verdict.No(Objects.requireNonNull(t.held()), Objects.requireNonNullElse(t.reason(), "")));
    }
}
