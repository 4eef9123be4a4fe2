package vigie.alert.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import vigie.model.Alert;

/** What messages say in one language, whatever the channel. */
public record Words(
        Locale locale,
        List<String> severities,
        String since,
        String figures,
        String examples,
        String show,
        String acknowledge,
        String gathered,
        String unsubscribe,
        String test,
        String reason) {

    private static final String HASHTAG = "hashtag:";

    private static final Words ENGLISH = new Words(
            Locale.ENGLISH,
            List.of("information", "notice", "warning", "serious", "crisis"),
            "since %s",
            "%d observed in %s, %s ± %s expected",
            "For example",
            "Show the incident",
            "Acknowledge",
            "At the same time",
            "Stop these messages",
            "This is a test. Nothing happened.",
            "You get this because Vigie watches this brand for you.");

    private static final Words FRENCH = new Words(
            Locale.FRENCH,
            List.of("information", "à noter", "avertissement", "sérieux", "crise"),
            "depuis le %s",
            "%d observées en %s, %s ± %s attendues",
            "Par exemple",
            "Voir l’incident",
            "Prendre en charge",
            "En même temps",
            "Ne plus recevoir ces messages",
            "Ceci est un essai. Il ne s’est rien passé.",
            "Vous recevez ceci parce que Vigie surveille cette marque pour vous.");

    /** @param language {@code fr}, or anything else for English */
    public static Words in(String language) {
        return language.startsWith("fr") ? FRENCH : ENGLISH;
    }

    String severity(int severity) {
        return severities.get(Math.min(Math.max(severity, 0), severities.size() - 1));
    }

    /** What changed, to go behind a headline; nothing for the first news. */
    String event(Alert.Event event) {
        var french = locale.equals(Locale.FRENCH);
        return switch (event) {
            case REOPEN -> french ? ", reprend" : ", begun again";
            case STILL -> french ? ", toujours en cours" : ", still going on";
            case ESCALATE -> french ? ", s’aggrave" : ", getting worse";
            case RESOLVE -> french ? ", terminé" : ", over";
            case OPEN, ACTION, UPDATE, WITHDRAWN -> "";
        };
    }

    /** What it is about, to go behind a brand's name. */
    String subject(String metric) {
        var french = locale.equals(Locale.FRENCH);
        if (metric.startsWith(HASHTAG)) {
            var tag = metric.substring(HASHTAG.length());
            return (french ? "mentions avec #" : "mentions with #") + tag;
        }
        return switch (metric) {
            case "negative" -> french ? "mentions négatives" : "negative mentions";
            case "negative-share" -> french ? "part des mentions négatives" : "share of negative mentions";
            default -> "mentions";
        };
    }

    /** Without year and zone, which a lock screen has no room for. */
    String shortMoment(Instant at, ZoneId zone) {
        var pattern = locale.equals(Locale.FRENCH) ? "d MMM HH:mm" : "MMM d, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
    }

    String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone))
                + " (" + zone.getId() + ")";
    }

    String figures(Alert alert) {
        return figures.formatted(alert.observed(), alert.window(), number(alert.expected()), number(alert.sd()));
    }

    private String number(double d) {
        return String.format(locale, d < 10 ? "%.1f" : "%.0f", d);
    }
}
