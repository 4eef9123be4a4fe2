package vigie.alert.spike;

import java.util.ArrayList;
import java.util.Map;
import vigie.model.AlertRule;

/**
 * How grave an incident is, 0 (information) to 4 (crisis), unless its rule says.
 *
 * <p>One step each for a level reached less than once in 30 days, in a year, in ten years; one more when the mentions are negative;
 * a 4 needs at least 20 mentions in the window.
 */
public final class Severity {

    private static final double[] STEPS_DAYS = {30, 365, Judgement.LONGEST_DAYS};
    private static final String[] STEPS_ENGLISH = {"30 days", "a year", "10 years"};
    private static final String[] STEPS_FRENCH = {"30 jours", "un an", "10 ans"};
    private static final String NEGATIVE = "negative";
    private static final int CRISIS = 4;
    private static final int CRISIS_MENTIONS = 20;

    private Severity() {}

    /** Of what a rule sees at one bucket. */
    public static int of(Judgement judgement, AlertRule rule) {
        var given = rule.severity();
        return given == null ? Math.min(sum(judgement, rule), most(judgement)) : Math.max(0, Math.min(CRISIS, given));
    }

    private static int sum(Judgement judgement, AlertRule rule) {
        return rarity(judgement) + (isNegative(rule) ? 1 : 0);
    }

    private static int rarity(Judgement judgement) {
        var steps = 0;
        for (var step : STEPS_DAYS) {
            steps += judgement.returnPeriodDays() >= step ? 1 : 0;
        }
        return steps;
    }

    private static boolean isNegative(AlertRule rule) {
        return rule.metric().equals(NEGATIVE);
    }

    private static int most(Judgement judgement) {
        return judgement.window().seen() >= CRISIS_MENTIONS ? CRISIS : CRISIS - 1;
    }

    /** What the severity is made of, one sentence a language. */
    public static Map<String, String> reasons(Judgement judgement, AlertRule rule) {
        if (rule.severity() != null) {
            return set();
        }
        var severity = of(judgement, rule);
        var english = new ArrayList<String>();
        var french = new ArrayList<String>();
        var steps = rarity(judgement);
        if (steps > 0) {
            english.add("reached less than once in " + STEPS_ENGLISH[steps - 1] + " (+" + steps + ")");
            french.add("atteint moins d’une fois en " + STEPS_FRENCH[steps - 1] + " (+" + steps + ")");
        }
        if (isNegative(rule)) {
            english.add("negative mentions (+1)");
            french.add("mentions négatives (+1)");
        }
        if (sum(judgement, rule) > most(judgement)) {
            english.add("at most 3 below " + CRISIS_MENTIONS + " mentions");
            french.add("3 au plus sous " + CRISIS_MENTIONS + " mentions");
        }
        if (english.isEmpty()) {
            english.add("reached more than once in 30 days");
            french.add("atteint plus d’une fois en 30 jours");
        }
        return Map.of(
                "en", "Severity " + severity + ": " + String.join(", ", english) + ".",
                "fr", "Gravité " + severity + " : " + String.join(", ", french) + ".");
    }

    /** For a severity that a rule says. */
    public static Map<String, String> set() {
        return Map.of("en", "Severity set by the rule.", "fr", "Gravité fixée par la règle.");
    }
}
