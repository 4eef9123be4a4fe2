package vigie.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vigie.alert.backtest.Backtest;
import vigie.alert.backtest.Pace;
import vigie.alert.backtest.Point;
import vigie.alert.plain.Kind;
import vigie.alert.plain.Lexicon;
import vigie.alert.setup.Setup;
import vigie.alert.spike.FiveMinutes;
import vigie.model.Alert;
import vigie.model.AlertRule;

/** Draws an alert: what was counted around it beside what was usual, by walking its rule over the stored history again. */
@Component
class AlertLines {

    private static final Duration BEFORE = Duration.ofHours(24);
    private static final Duration AFTER = Duration.ofHours(6);

    /** Up to here every five minutes are drawn; what is longer by the hour, and no more than a month of it. */
    private static final Duration FINE = Duration.ofDays(4);

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int HOUR = 12;
    private static final String NEW_TERM = "new-term";
    private static final String TAG = "#";
    private static final String HASHTAG = "hashtag:";
    private static final List<String> WINDOWS_OF_SPIKES = List.of("15m", "1h", "3h");

    private final Setup setup;
    private final RuleCounts counts;
    private final Clock clock;

    AlertLines(Setup setup, RuleCounts counts, Clock clock) {
        this.setup = setup;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * @param sameRule whether the rule is still the one that raised the alert; otherwise the line shows what today's makes of it, or
     *     the detector where the rule is gone
     * @param peak the largest count since the incident began; absent when nothing is stored any more
     */
    record Line(String window, boolean sameRule, @Nullable Point peak, List<Point> line) {}

    Line of(Alert alert) {
        var now = clock.instant();
        var from = alert.openedAt().minus(BEFORE);
        var last = alert.resolvedAt() == null ? alert.lastAt() : alert.resolvedAt();
        var wanted = last.plus(AFTER);
        var to = wanted.isAfter(now) ? now : wanted;
        if (to.isAfter(from.plus(LONGEST))) {
            to = from.plus(LONGEST);
        }
        var rule = setup.rule(alert.ruleId());
        var isFine = Duration.between(from, to).compareTo(FINE) <= 0;
        var window = WINDOWS_OF_SPIKES.contains(alert.window()) ? alert.window() : "1h";
        var pace = new Pace(isFine ? 1 : HOUR, window);
        var walked = ofTerm(rule.orElseGet(() -> standIn(alert)), alert);
        var outcome = Backtest.run(
                walked,
                counts.zone(alert.brand()),
                counts.recording(walked, from.minus(RuleCounts.LESSONS), to),
                FiveMinutes.of(from),
                pace);
        return new Line(outcome.window(), isSame(rule, alert), peak(outcome.line(), alert), outcome.line());
    }

    private static @Nullable Point peak(List<Point> line, Alert alert) {
        return line.stream()
                .filter(point -> point.t().isAfter(alert.openedAt()) && point.observed() > 0)
                .max(Comparator.comparingLong(Point::observed)
                        .thenComparing(Comparator.comparing(Point::t).reversed()))
                .orElse(null);
    }

    private static boolean isSame(Optional<AlertRule> rule, Alert alert) {
        var explanation = alert.explanation();
        return rule.isPresent() && explanation != null && rule.get().version() == explanation.ruleVersion();
    }

    /** What is newly said cannot be counted without knowing what it is: the leading term is drawn, and the count that made it new. */
    private static AlertRule ofTerm(AlertRule rule, Alert alert) {
        var explanation = alert.explanation();
        var term = explanation == null
                ? Optional.<String>empty()
                : explanation.contributors().stream()
                        .filter(one -> one.dimension().equals(NEW_TERM))
                        .map(Alert.Contributor::key)
                        .findFirst();
        if (explanation == null || term.isEmpty()) {
            return rule;
        }
        var isTag = term.get().startsWith(TAG);
        var words = isTag ? null : Lexicon.query(null, List.of(term.get()));
        var scope = rule.scope();
        var asked = scope == null ? null : scope.query();
        var query = words == null ? asked : asked == null ? words : "(" + asked + ") AND " + words;
        return new AlertRule(
                rule.id(),
                rule.brand(),
                rule.name(),
                Kind.THRESHOLD.wire(),
                isTag ? HASHTAG + term.get().substring(TAG.length()) : alert.metric(),
                rule.budgetDays(),
                1,
                rule.severity(),
                true,
                rule.version(),
                new AlertRule.Scope(
                        query,
                        scope == null ? List.of() : scope.platforms(),
                        scope == null ? List.of() : scope.languages()),
                alert.window(),
                (double) Math.max(1, explanation.silentBelow()),
                List.of(),
                null,
                null);
    }

    /** A rule of the kind that spoke, with nothing but what the alert tells of it. */
    private static AlertRule standIn(Alert alert) {
        var explanation = alert.explanation();
        var kind = explanation == null
                ? AlertRule.SPIKE
                : Kind.of(explanation.model()).map(Kind::wire).orElse(AlertRule.SPIKE);
        return new AlertRule(
                alert.ruleId(),
                alert.brand(),
                alert.rule(),
                kind,
                alert.metric(),
                explanation == null ? AlertRule.DEFAULT_BUDGET_DAYS : explanation.budgetDays(),
                AlertRule.DEFAULT_MIN_COUNT,
                null,
                true,
                0);
    }
}
