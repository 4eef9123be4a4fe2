package vigie.alert.notify;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vigie.alert.consent.Consents;
import vigie.alert.link.Claim;
import vigie.alert.link.SignedLinks;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.Brand;
import vigie.model.Notification;
import vigie.model.Receiver;

/** Makes messages of rows: what is said, about what, with which links. */
final class Composer {

    private final Setup setup;
    private final Channels channels;
    private final Incidents incidents;
    private final Exemplars exemplars;
    private final Consents consents;
    private final SignedLinks links;
    private final NotifySettings settings;
    private final Clock clock;

    Composer(
            Setup setup,
            Channels channels,
            Incidents incidents,
            Exemplars exemplars,
            Consents consents,
            SignedLinks links,
            NotifySettings settings,
            Clock clock) {
        this.setup = setup;
        this.channels = channels;
        this.incidents = incidents;
        this.exemplars = exemplars;
        this.consents = consents;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends one message for rows of the same receiver and brand; the first gives it its id. */
    Delivery send(List<Notification> rows, Gate.Verdict.Go go) {
        var leader = rows.get(0);
        var notifier = channels.find(go.way().channel());
        if (notifier.isEmpty()) {
            return new Delivery.Rejected("there is no channel " + go.way().channel());
        }
        if (Rows.isQuestion(leader)) {
            return channels.personal(go.way().channel())
                    .map(personal ->
                            personal.invite(question(leader, go), go.way().settings()))
                    .orElseGet(
                            () -> new Delivery.Rejected(go.way().channel() + " reaches no person who could be asked"));
        }
        var alerts = newestOfEach(rows);
        return notifier.get()
                .send(
                        message(leader.id(), alerts, go.receiver(), go.way(), false),
                        go.way().settings());
    }

    /** The gravest first, each incident once. */
    private List<Alert> newestOfEach(List<Notification> rows) {
        var byId = new LinkedHashMap<String, Alert>();
        for (var row : rows) {
            var alert = Objects.requireNonNull(row.alert(), "what is pending carries its alert");
            var now = Rows.isUnlessCaredFor(row) ? said(incidents.newest(alert), row) : alert;
            byId.merge(now.id(), now, (a, b) -> b.revision() >= a.revision() ? b : a);
        }
        return byId.values().stream()
                .sorted(Comparator.comparingInt(Alert::severity).reversed())
                .toList();
    }

    /** The figures of now, said as what the row says: that it still goes on, or, to somebody new, that it is there. */
    private static Alert said(Alert now, Notification row) {
        var event = Objects.requireNonNull(row.event(), "it is about an alert");
        return new Alert(
                now.id(),
                now.brand(),
                now.rule(),
                now.ruleId(),
                now.metric(),
                event,
                now.machine(),
                now.people(),
                now.severity(),
                now.openedAt(),
                now.lastAt(),
                now.resolvedAt(),
                now.observed(),
                now.expected(),
                now.sd(),
                now.window(),
                now.returnPeriodDays(),
                now.summaries(),
                now.tell(),
                now.explanation(),
                now.evidence(),
                now.revision(),
                now.version(),
                now.decidedAt(),
                now.told(),
                now.toldAt(),
                now.inhibitedBy());
    }

    /** An example that shows what a receiver would get. */
    Message test(Receiver receiver, Receiver.Way way, Alert example) {
        return message("test:" + UUID.randomUUID(), List.of(example), receiver, way, true);
    }

    private Message message(String id, List<Alert> alerts, Receiver receiver, Receiver.Way way, boolean test) {
        var alert = alerts.get(0);
        var brand = setup.brand(alert.brand()).map(Brand::name).orElse(alert.brand());
        return new Message(
                id,
                alert,
                alerts.subList(1, alerts.size()),
                brand,
                QuietTime.zone(setup, alert.brand()),
                language(receiver),
                exemplars.of(alert),
                settings.dashboard() + "/?brand=" + alert.brand() + "&alert=" + alert.id(),
                test || Incidents.settled(alert).isPresent() ? null : acknowledge(id, alert, receiver),
                unsubscribe(receiver, way),
                test);
    }

    private static String language(Receiver receiver) {
        return receiver.language().toLowerCase(Locale.ROOT).startsWith("fr") ? "fr" : "en";
    }

    private String acknowledge(String id, Alert alert, Receiver receiver) {
        var until = clock.instant().plus(settings.acknowledgeWithin());
        return link("/acknowledge/", new Claim(Claim.ACKNOWLEDGE, alert.id(), receiver.id(), id, until));
    }

    private @Nullable String unsubscribe(Receiver receiver, Receiver.Way way) {
        // who wants to leave must be able to, however old the message is
        return channels.person(way)
                .map(address -> link(
                        "/unsubscribe/",
                        new Claim(
                                Claim.UNSUBSCRIBE,
                                consents.id(way.channel(), address),
                                receiver.id(),
                                "",
                                Instant.parse("9999-01-01T00:00:00Z"))))
                .orElse(null);
    }

    private Invitation question(Notification row, Gate.Verdict.Go go) {
        var address = channels.person(go.way()).orElse("");
        var until = clock.instant().plus(Consents.ANSWER_WITHIN);
        var claim = new Claim(
                Claim.CONSENT,
                consents.id(go.way().channel(), address),
                go.receiver().id(),
                row.id(),
                until);
        return new Invitation(row.id(), language(go.receiver()), link("/consent/", claim));
    }

    private String link(String path, Claim claim) {
        return settings.dashboard() + path + links.sign(claim);
    }
}
