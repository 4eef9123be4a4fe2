package vigie.alert.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.alert.setup.Setup;
import vigie.model.Alert;
import vigie.model.AlertMatch;
import vigie.model.AlertRule;

/** Whether an alert is meant: the same question for the routing tree and for silences. */
final class Matching {

    private static final double CARRIES = 0.2;
    private static final String PLATFORM = "platform";

    private Matching() {}

    static boolean covers(@Nullable AlertMatch match, Alert alert, Setup setup) {
        return match == null
                || any(match.brands(), alert.brand())
                        && any(match.rules(), alert.rule())
                        && any(match.metrics(), alert.metric())
                        && platform(match.platforms(), alert, setup)
                        && language(match.languages(), alert, setup)
                        && (match.minSeverity() == null || alert.severity() >= match.minSeverity())
                        && (match.maxSeverity() == null || alert.severity() <= match.maxSeverity());
    }

    private static boolean any(List<String> wanted, String is) {
        return wanted.isEmpty() || wanted.contains(is);
    }

    private static boolean platform(List<String> wanted, Alert alert, Setup setup) {
        if (wanted.isEmpty()) {
            return true;
        }
        var scope = scope(alert, setup);
        if (scope != null && scope.platforms().stream().anyMatch(wanted::contains)) {
            return true;
        }
        var explanation = alert.explanation();
        return explanation != null
                && explanation.contributors().stream()
                        .anyMatch(c ->
                                c.dimension().equals(PLATFORM) && c.share() >= CARRIES && wanted.contains(c.key()));
    }

    private static boolean language(List<String> wanted, Alert alert, Setup setup) {
        if (wanted.isEmpty()) {
            return true;
        }
        var scope = scope(alert, setup);
        return scope != null && scope.languages().stream().anyMatch(wanted::contains);
    }

    private static AlertRule.@Nullable Scope scope(Alert alert, Setup setup) {
        return setup.rule(alert.ruleId()).map(AlertRule::scope).orElse(null);
    }
}
