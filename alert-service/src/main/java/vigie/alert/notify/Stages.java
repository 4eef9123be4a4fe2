package vigie.alert.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vigie.alert.consent.Consents;
import vigie.alert.setup.Setup;
import vigie.model.Alert;

/** The decisions between an alert and its receivers, in the order in which they are taken. */
final class Stages {

    private static final int CRISIS = 4;

    private final Setup setup;
    private final Ledger ledger;
    private final Channels channels;
    private final Consents consents;
    private final Clock clock;

    Stages(Setup setup, Ledger ledger, Channels channels, Consents consents, Clock clock) {
        this.setup = setup;
        this.ledger = ledger;
        this.channels = channels;
        this.consents = consents;
        this.clock = clock;
    }

    Stage all(Routing routing, Duration staleAfter) {
        return told().then(fresh(staleAfter))
                .then(everybody())
                .then(consented())
                .then(quiet())
                .then(silences())
                .then(inhibited())
                .then(routes(routing))
                .then(groups(routing))
                .then(onlyOnce());
    }

    /** Most updates of an alert are for the record only. */
    Stage told() {
        return t -> setup.brand(t.alert().brand()).isPresent() && (isToBeTold(t.alert()) || wasInhibited(t.alert()))
                ? Stream.of(t)
                : Stream.empty();
    }

    private static boolean isToBeTold(Alert alert) {
        return alert.tell() && alert.event() != Alert.Event.WITHDRAWN;
    }

    /** That the larger incident speaks for a smaller one is worth a record once, when it opens. */
    private static boolean wasInhibited(Alert alert) {
        return alert.inhibitedBy() != null && alert.event() == Alert.Event.OPEN;
    }

    /** News that waited too long, because nobody was there to send it, would only alarm. */
    Stage fresh(Duration staleAfter) {
        return t -> Stream.of(
                t.alert().decidedAt().isBefore(clock.instant().minus(staleAfter))
                        ? t.hold("late", "decided at " + t.alert().decidedAt() + ", too long ago")
                        : t);
    }

    Stage everybody() {
        return t -> setup.receivers().stream()
                .flatMap(r -> IntStream.range(0, r.ways().size()).mapToObj(way -> t.to(r, way)));
    }

    Stage consented() {
        return t -> {
            var way = t.routed().ways().get(t.way());
            return Stream.of(channels.person(way)
                    .filter(address -> !consents.given(way.channel(), address))
                    .map(address -> t.hold("no-consent", "the person has not agreed to be told at this address"))
                    .orElse(t));
        };
    }

    /** Says so only: the hours are looked at again when it is sent, since people may change them meanwhile. */
    Stage quiet() {
        return t -> Stream.of(QuietTime.end(setup, t.alert(), t.routed(), clock.instant())
                .map(end -> t.because("quiet hours until " + end))
                .orElse(t));
    }

    Stage silences() {
        return t -> Stream.of(setup.silences().stream()
                .filter(s -> Silences.covers(s, t.alert(), setup, clock.instant()))
                .findFirst()
                .map(s -> t.hold("silenced", "by " + s.id() + ": " + s.reason()))
                .orElse(t));
    }

    /** What a larger incident or somebody's care makes unnecessary. */
    Stage inhibited() {
        return t -> {
            var larger = t.alert().inhibitedBy();
            if (larger != null) {
                return Stream.of(t.hold("inhibited", "the larger incident " + larger + " speaks for it"));
            }
            var carer = t.alert().people().acknowledgedBy();
            return Stream.of(
                    t.alert().event() == Alert.Event.STILL && carer != null
                            ? t.hold("inhibited", carer + " takes care of it")
                            : t);
        };
    }

    /** Whoever was told that it began is told that it is over, even if only an escalation led there. */
    Stage routes(Routing routing) {
        return t -> {
            var plan = routing.plan(t.alert());
            var id = t.routed().id();
            var later = plan.later().stream()
                    .filter(l -> l.receiver().equals(id)
                            && opens(t.alert())
                            && !plan.told().containsKey(id))
                    .filter(l -> mayEscalate(t))
                    .map(l -> t.escalated(l.step(), t.alert().decidedAt().plus(l.after())));
            var now = plan.told().containsKey(id) || t.alert().event() == Alert.Event.RESOLVE && ledger.told(t);
            var both = Stream.concat(now ? Stream.of(t) : Stream.empty(), later).toList();
            return both.isEmpty()
                    ? Stream.of(t.notMeant(plan.others().getOrDefault(id, "only if nobody acknowledges")))
                    : both.stream();
        };
    }

    /** What holds only now is looked at again when the escalation is due. */
    private static boolean mayEscalate(Telling t) {
        return t.held() == null || t.held().equals("silenced") || t.held().equals("no-consent");
    }

    private static boolean opens(Alert alert) {
        return switch (alert.event()) {
            case OPEN, REOPEN, ESCALATE, STILL -> true;
            case RESOLVE, ACTION, UPDATE, WITHDRAWN -> false;
        };
    }

    /** The first news of a brand is told at once; what follows soon after is gathered. A crisis does not wait. */
    Stage groups(Routing routing) {
        return t -> {
            var crisis = t.alert().severity() >= CRISIS && t.alert().event() == Alert.Event.ESCALATE;
            if (t.held() != null || t.step() > 0 || crisis) {
                return Stream.of(t);
            }
            var manner = routing.plan(t.alert()).told().get(t.routed().id());
            var last = ledger.lastTold(t.routed().id(), t.way(), t.alert().brand());
            if (manner == null || last == null) {
                return Stream.of(t);
            }
            var next = last.plus(manner.groupInterval());
            return Stream.of(next.isAfter(clock.instant()) ? t.wait(next, "gathered until " + next) : t);
        };
    }

    Stage onlyOnce() {
        return t -> !Telling.NOT_MEANT.equals(t.held()) && ledger.knows(t.id()) ? Stream.empty() : Stream.of(t);
    }
}
