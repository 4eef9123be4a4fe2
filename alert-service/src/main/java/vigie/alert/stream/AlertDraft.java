package vigie.alert.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.alert.spike.FiveMinutes;
import vigie.model.Alert;
import vigie.model.AlertRule;

/** The next version of an alert in the making: what stays is taken over, what changed is said. */
final class AlertDraft {

    private final Alert last;
    private final Cause cause;
    private Alert.Event event;
    private Alert.MachineState machine;
    private Alert.People people;
    private Instant openedAt;
    private Instant lastAt;
    private @Nullable Instant resolvedAt;
    private boolean tell;
    private @Nullable String inhibitedBy;
    private @Nullable Shown shown;

    private AlertDraft(Alert last, Cause cause) {
        this.last = last;
        this.cause = cause;
        event = last.event();
        machine = last.machine();
        people = last.people();
        openedAt = last.openedAt();
        lastAt = last.lastAt();
        resolvedAt = last.resolvedAt();
        inhibitedBy = last.inhibitedBy();
    }

    static AlertDraft after(Alert last, Cause cause) {
        return new AlertDraft(last, cause);
    }

    static AlertDraft first(String id, AlertRule rule, Cause cause) {
        var nothing = new Alert(
                id,
                rule.brand(),
                rule.name(),
                rule.id(),
                rule.metric(),
                Alert.Event.OPEN,
                Alert.MachineState.OPEN,
                Alert.People.NOBODY,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0,
                0,
                0,
                "",
                0,
                Map.of(),
                false,
                null,
                List.of(),
                0,
                0,
                cause.now(),
                false,
                null,
                null);
        return new AlertDraft(nothing, cause);
    }

    /**
     * Where the walk says the incident stands.
     *
     * @param reaches whether the walk went as far as what was said last; one that did not may only add to it
     */
    AlertDraft stands(Episode episode, boolean reaches) {
        if (reaches || episode.open()) {
            machine = episode.open() ? Alert.MachineState.OPEN : Alert.MachineState.RESOLVED;
            resolvedAt = episode.open() ? null : FiveMinutes.end(episode.resolved());
        }
        if (episode.whole() || last.revision() == 0) {
            openedAt = FiveMinutes.start(episode.opened());
        }
        var newest = FiveMinutes.start(episode.last());
        lastAt = reaches || newest.isAfter(lastAt) ? newest : lastAt;
        return this;
    }

    AlertDraft ends(@Nullable Instant at) {
        machine = Alert.MachineState.RESOLVED;
        resolvedAt = at;
        return this;
    }

    AlertDraft people(Alert.People now) {
        people = now;
        return this;
    }

    /** @param parent the incident because of which nobody is told of this one; null when none is in the way */
    AlertDraft inhibited(@Nullable String parent) {
        inhibitedBy = parent;
        return this;
    }

    AlertDraft figures(@Nullable Shown newer) {
        shown = newer;
        return this;
    }

    boolean differs() {
        return shown != null
                || machine != last.machine()
                || !openedAt.equals(last.openedAt())
                || !lastAt.equals(last.lastAt())
                || !Objects.equals(inhibitedBy, last.inhibitedBy());
    }

    /** An incident of a rule that knows no more than that it is met. */
    AlertDraft lasts(Instant from, Instant until) {
        machine = Alert.MachineState.OPEN;
        resolvedAt = null;
        openedAt = from;
        lastAt = until;
        return this;
    }

    Alert say(Alert.Event why, boolean toPeople) {
        event = why;
        tell = toPeople;
        return alert(shown == null ? Shown.by(last) : shown);
    }

    private Alert alert(Shown figures) {
        return new Alert(
                last.id(),
                last.brand(),
                last.rule(),
                last.ruleId(),
                last.metric(),
                event,
                machine,
                people,
                figures.severity(),
                openedAt,
                lastAt,
                resolvedAt,
                figures.observed(),
                figures.expected(),
                figures.sd(),
                figures.window(),
                figures.returnPeriodDays(),
                figures.summaries(),
                tell,
                figures.explanation(),
                figures.evidence(),
                last.revision() + 1,
                Math.max(last.version() + 1, cause.version()),
                cause.now(),
                last.told() || tell,
                last.toldAt() == null && tell ? cause.now() : last.toldAt(),
                inhibitedBy);
    }
}
