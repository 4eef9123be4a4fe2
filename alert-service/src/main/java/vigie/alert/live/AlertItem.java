package vigie.alert.live;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/**
 * An alert as lists and the live stream show it, in the reader's language.
 *
 * @param state resolved if machine or people resolved it, else acknowledged if so, else open
 * @param toldAt when people were first to be told; absent while nobody was
 * @param inhibitedBy the larger incident that speaks for this one; absent when none does
 * @param withdrawn true when history arrived late and there was no incident after all; such an alert is listed nowhere
 */
public record AlertItem(
        String id,
        String brand,
        String rule,
        String metric,
        String state,
        Alert.MachineState machine,
        Alert.People people,
        int severity,
        Instant openedAt,
        Instant lastAt,
        @Nullable Instant resolvedAt,
        long observed,
        double expected,
        double sd,
        String window,
        double returnPeriodDays,
        String summary,
        Alert.Event event,
        boolean tell,
        boolean told,
        @Nullable Instant toldAt,
        @Nullable String inhibitedBy,
        @Nullable Boolean withdrawn,
        long revision) {

    private static final String OTHERWISE = "en";

    public static AlertItem of(Alert a, String language) {
        return new AlertItem(
                a.id(),
                a.brand(),
                a.rule(),
                a.metric(),
                a.state(),
                a.machine(),
                a.people(),
                a.severity(),
                a.openedAt(),
                a.lastAt(),
                a.resolvedAt(),
                a.observed(),
                a.expected(),
                a.sd(),
                a.window(),
                a.returnPeriodDays(),
                summary(a.summaries(), language),
                a.event(),
                a.tell(),
                a.told(),
                a.toldAt(),
                a.inhibitedBy(),
                a.event() == Alert.Event.WITHDRAWN ? true : null,
                a.revision());
    }

    /** The language to answer in: what was asked for, if we speak it. */
    public static String language(@Nullable String asked, Locale accepted) {
        var wanted = asked == null || asked.isBlank() ? accepted.getLanguage() : asked.toLowerCase(Locale.ROOT);
        return wanted.startsWith("fr") ? "fr" : OTHERWISE;
    }

    private static String summary(Map<String, String> summaries, String language) {
        var summary = summaries.get(language);
        return summary == null ? summaries.getOrDefault(OTHERWISE, "") : summary;
    }
}
