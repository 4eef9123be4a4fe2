package vigie.local.whole;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that this machine cannot run are named on the terminal, so that a green build never hides them. */
final class LeftOut {

    private LeftOut() {}

    static ConditionEvaluationResult unless(boolean possible, ExtensionContext context, String reason) {
        if (possible) {
            return ConditionEvaluationResult.enabled("possible here");
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.printf("%n*** LEFT OUT: %s: %s ***%n%n", context.getDisplayName(), reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
