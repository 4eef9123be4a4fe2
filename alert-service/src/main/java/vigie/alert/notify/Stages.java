package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.Receiver;
import vigie.model.Silence;

/** The decisions between an alert and its receivers, in the order in which they are taken. */
final class Stages {

    private Stages() {}

    static Stage all(Setup setup, Ledger ledger, Clock clock, Duration staleAfter) {
        return told(setup)
                .then(fresh(clock, staleAfter))
                .then(silences(setup, clock))
                .then(routes(setup))
                .then(onlyOnce(ledger));
    }

    /** Most updates of an alert are for the record only. */
    static Stage told(Setup setup) {
        return t -> t.alert().tell()
                        && t.alert().event() != Alert.Event.WITHDRAWN
                        && setup.brand(t.alert().brand()).isPresent()
                ? Stream.of(t)
                : Stream.empty();
    }

    /** News that waited too long, because nobody was there to send it, would only alarm. */
    static Stage fresh(Clock clock, Duration staleAfter) {
        return t -> Stream.of(
                t.alert().decidedAt().isBefore(clock.instant().minus(staleAfter))
                        ? t.hold("late", "decided at " + t.alert().decidedAt() + ", too long ago")
                        : t);
    }

    static Stage silences(Setup setup, Clock clock) {
        return t -> Stream.of(setup.silences().stream()
                .filter(s -> covers(s, t.alert(), clock.instant()))
                .findFirst()
                .map(s -> t.hold("silenced", "by " + s.id() + ": " + s.reason()))
                .orElse(t));
    }

    static Stage routes(Setup setup) {
        return t -> setup.receivers().stream().filter(r -> wants(r, t.alert())).map(t::to);
    }

    static Stage onlyOnce(Ledger ledger) {
        return t -> ledger.knows(t.id()) ? Stream.empty() : Stream.of(t);
    }

    private static boolean covers(Silence silence, Alert alert, Instant now) {
        return !now.isBefore(silence.from())
                && now.isBefore(silence.until())
                && matches(silence.brand(), alert.brand())
                && matches(silence.rule(), alert.rule())
                && matches(silence.metric(), alert.metric());
    }

    private static boolean matches(@Nullable String wanted, String is) {
        return wanted == null || wanted.equals(is);
    }

    private static boolean wants(Receiver receiver, Alert alert) {
        return alert.severity() >= receiver.minSeverity()
                && (receiver.brands().isEmpty() || receiver.brands().contains(alert.brand()));
    }
}
