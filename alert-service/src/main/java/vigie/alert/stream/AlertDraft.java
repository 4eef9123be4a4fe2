package vigie.alert.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigie.alert.spike.FiveMinutes;
import vigie.alert.spike.Judgement;
import vigie.alert.spike.Summary;
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
    private @Nullable Figures figures;

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

    /**
     * What is shown.
     *
     * @param voices who is behind the judged window, {@code before} who was heard before the incident
     */
    record Figures(Judgement judgement, AlertRule rule, Voices voices, Voices before) {

        Alert.Explanation explanation() {
            var window = judgement.window();
            return new Alert.Explanation(
                    judgement.model(),
                    judgement.seasonal(),
                    judgement.z(),
                    window.surprise(),
                    rule.budgetDays(),
                    rule.version(),
                    voices.contributors(before, window.seen(), window.expected()),
                    window.silentBelow(rule.budgetDays(), rule.minCount()));
        }
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
                false);
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

    AlertDraft figures(@Nullable Figures newer) {
        figures = newer;
        return this;
    }

    boolean differs() {
        return figures != null
                || machine != last.machine()
                || !openedAt.equals(last.openedAt())
                || !lastAt.equals(last.lastAt())
                || !Objects.equals(inhibitedBy, last.inhibitedBy());
    }

    Alert say(Alert.Event why, boolean toPeople) {
        event = why;
        tell = toPeople;
        var f = figures;
        return f == null ? withOldFigures() : withFigures(f);
    }

    private Alert withFigures(Figures f) {
        var window = f.judgement().window();
        return alert(
                Severity.of(f.judgement(), f.rule()),
                window.seen(),
                window.expected(),
                window.sd(),
                window.window().wire(),
                f.judgement().returnPeriodDays(),
                Summary.of(f.judgement(), last.metric()),
                f.explanation(),
                f.voices().evidence());
    }

    private Alert withOldFigures() {
        return alert(
                last.severity(),
                last.observed(),
                last.expected(),
                last.sd(),
                last.window(),
                last.returnPeriodDays(),
                last.summaries(),
                last.explanation(),
                last.evidence());
    }

    private Alert alert(
            int severity,
            long observed,
            double expected,
            double sd,
            String window,
            double days,
            Map<String, String> summaries,
            Alert.@Nullable Explanation explanation,
            List<Alert.EvidenceMention> evidence) {
        return new Alert(
                last.id(),
                last.brand(),
                last.rule(),
                last.ruleId(),
                last.metric(),
                event,
                machine,
                people,
                severity,
                openedAt,
                lastAt,
                resolvedAt,
                observed,
                expected,
                sd,
                window,
                days,
                summaries,
                tell,
                explanation,
                evidence,
                last.revision() + 1,
                Math.max(last.version() + 1, cause.version()),
                cause.now(),
                last.told() || tell,
                last.toldAt() == null && tell ? cause.now() : last.toldAt(),
                inhibitedBy);
    }
}
