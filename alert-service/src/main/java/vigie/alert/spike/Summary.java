package vigie.alert.spike;

import java.util.Locale;
import java.util.Map;

/** The one sentence an alert says, in the languages of the house. */
public final class Summary {

    private Summary() {}

    /** @param metric {@code mentions}, {@code negative}, {@code hashtag:<tag>} or {@code story:<id>} */
    public static Map<String, String> of(Judgement judgement, String metric) {
        return Map.of("en", english(judgement, metric), "fr", french(judgement, metric));
    }

    static String english(Judgement j, String metric) {
        return figures(
                j,
                "%d%s in %s, expected %.0f ± %.0f (%s); a level this brand reaches %s.",
                englishNoun(metric, j.window().seen()),
                j.seasonal() ? "usual for this hour" : "its usual level",
                englishPeriod(j.returnPeriodDays()));
    }

    static String french(Judgement j, String metric) {
        return figures(
                j,
                "%d%s en %s, attendu %.0f ± %.0f (%s) ; un niveau que cette marque atteint %s.",
                frenchNoun(metric, j.window().seen()),
                j.seasonal() ? "habituel à cette heure" : "son niveau habituel",
                frenchPeriod(j.returnPeriodDays()));
    }

    private static String figures(Judgement j, String sentence, String noun, String usual, String period) {
        var w = j.window();
        return sentence.formatted(w.seen(), noun, w.window().shown(), w.expected(), w.sd(), usual, period);
    }

    private static String englishNoun(String metric, long seen) {
        var mentions = seen == 1 ? " mention" : " mentions";
        if (metric.isEmpty()) {
            return "";
        }
        if (metric.equals("negative")) {
            return " negative" + mentions;
        }
        return metric.startsWith("hashtag:")
                ? mentions + " with #" + tag(metric)
                : mentions + (story(metric) ? " of one story" : "");
    }

    /** French has a singular for none and for one. */
    private static String frenchNoun(String metric, long seen) {
        var mentions = seen < 2 ? " mention" : " mentions";
        if (metric.isEmpty()) {
            return "";
        }
        if (metric.equals("negative")) {
            return mentions + (seen < 2 ? " négative" : " négatives");
        }
        return metric.startsWith("hashtag:")
                ? mentions + " avec #" + tag(metric)
                : mentions + (story(metric) ? " d’une même histoire" : "");
    }

    private static String tag(String metric) {
        return metric.substring("hashtag:".length());
    }

    private static boolean story(String metric) {
        return metric.startsWith("story:");
    }

    private static String englishPeriod(double days) {
        if (days >= Judgement.LONGEST_DAYS) {
            return "less than once in 10 years";
        }
        if (days >= 730) {
            return "about once in %.0f years".formatted(days / 365);
        }
        return days < 1.5 ? "about once a day" : "about once in %.0f days".formatted(days);
    }

    private static String frenchPeriod(double days) {
        if (days >= Judgement.LONGEST_DAYS) {
            return "moins d’une fois en 10 ans";
        }
        if (days >= 730) {
            return String.format(Locale.FRENCH, "environ une fois en %.0f ans", days / 365);
        }
        return days < 1.5 ? "environ une fois par jour" : "environ une fois en %.0f jours".formatted(days);
    }
}
