package vigie.alert.spike;

import vigie.model.AlertRule;

/**
 * How grave an incident is, 0 (information) to 4 (crisis), unless its rule says.
 *
 * <p>One step each for a level reached less than once in 30 days, in a year, in ten years; one more when the mentions are negative;
 * a 4 needs at least 20 mentions in the window.
 */
public final class Severity {

    private static final double[] STEPS_DAYS = {30, 365, Judgement.LONGEST_DAYS};
    private static final String NEGATIVE = "negative";
    private static final int CRISIS = 4;
    private static final int CRISIS_MENTIONS = 20;

    private Severity() {}

    /** Of what a rule sees at one bucket. */
    public static int of(Judgement judgement, AlertRule rule) {
        var given = rule.severity();
        if (given != null) {
            return Math.max(0, Math.min(CRISIS, given));
        }
        var severity = rule.metric().equals(NEGATIVE) ? 1 : 0;
        for (var step : STEPS_DAYS) {
            severity += judgement.returnPeriodDays() >= step ? 1 : 0;
        }
        var most = judgement.window().seen() >= CRISIS_MENTIONS ? CRISIS : CRISIS - 1;
        return Math.min(severity, most);
    }
}
