package vigie.alert.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.Record;
import vigie.model.Alert;
import vigie.model.AlertAction;

/** Adds what people do to an incident, beside what the machine thinks; the same action twice is one. */
final class ActionDesk extends AlertProcessor<AlertAction> {

    private static final int KEPT = 100;

    private final AlertMeters meters;

    ActionDesk(AlertMeters meters, LongSupplier setupChanges) {
        super(setupChanges);
        this.meters = meters;
    }

    @Override
    void process(Record<String, AlertAction> row, AlertState state, long now) {
        var action = row.value();
        var incident = state.incidents().get(action.brand(), action.alertId());
        if (incident == null) {
            meters.ofUnknownAlert();
            return;
        }
        var people = incident.alert().people();
        if (people.actions().stream().anyMatch(done -> done.id().equals(action.id()))) {
            return;
        }
        var cause = new Cause(Instant.ofEpochMilli(now), row.timestamp());
        var alert = AlertDraft.after(incident.alert(), cause)
                .people(after(people, action))
                .say(Alert.Event.ACTION, false);
        var next = incident.then(alert, List.of());
        state.incidents().put(next);
        say(alert);
    }

    private static Alert.People after(Alert.People people, AlertAction action) {
        var actions = new ArrayList<>(people.actions());
        actions.add(action);
        if (actions.size() > KEPT) {
            actions.remove(0);
        }
        var by = people.acknowledgedBy();
        var at = people.acknowledgedAt();
        var assignee = people.assignee();
        var resolved = people.resolved();
        switch (action.verb()) {
            case "ack" -> {
                by = by == null ? action.by() : by;
                at = at == null ? action.at() : at;
            }
            case "assign" -> assignee = action.to();
            case "resolve" -> resolved = true;
            case "reopen" -> {
                resolved = false;
                by = null;
                at = null;
            }
            default -> {
                // a comment, or a verb of a later version: kept, changes nothing
            }
        }
        return new Alert.People(by, at, assignee, resolved, actions);
    }
}
