package vigie.alert.notify;

import java.util.Locale;
import vigie.model.Alert;
import vigie.model.Receiver;

/**
 * What one receiver is told about one alert.
 *
 * @param id the same each time this is tried, so that the other side can drop a repetition
 * @param language {@code fr} or {@code en}
 * @param link where to look
 */
public record Message(String id, Alert alert, String language, String link) {

    static Message of(String id, Alert alert, Receiver receiver, String dashboard) {
        var language = receiver.language().toLowerCase(Locale.ROOT).startsWith("fr") ? "fr" : "en";
        return new Message(id, alert, language, dashboard + "/?brand=" + alert.brand() + "&alert=" + alert.id());
    }

    /** One sentence, plain enough for a lock screen. */
    public String summary() {
        var summary = alert.summaries().get(language);
        return summary == null ? alert.summaries().getOrDefault("en", alert.metric()) : summary;
    }
}
