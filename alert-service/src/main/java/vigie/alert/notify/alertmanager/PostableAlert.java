package vigie.alert.notify.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vigie.alert.notify.Message;
import vigie.model.Alert;

/**
 * An alert as Alertmanager's API takes it.
 *
 * @param labels what it is; Alertmanager takes two with the same labels for one, so they never change while an incident lives
 * @param endsAt when Alertmanager is to take it for over unless told otherwise
 */
record PostableAlert(
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        String generatorURL) {

    /** Longer than the day after which an incident that goes on is told again. */
    private static final Duration GOES_ON = Duration.ofHours(36);

    private static final Duration TEST = Duration.ofMinutes(5);

    static List<PostableAlert> of(Message message, Instant now) {
        return Stream.concat(Stream.of(message.alert()), message.others().stream())
                .map(alert -> of(alert, message, now))
                .toList();
    }

    private static PostableAlert of(Alert alert, Message message, Instant now) {
        var annotations = new HashMap<String, String>();
        annotations.put("summary", message.test() ? message.summary() : summary(alert, message));
        annotations.put("severity", Integer.toString(alert.severity()));
        annotations.put("observed", Long.toString(alert.observed()));
        annotations.put("expected", Double.toString(alert.expected()));
        if (alert.id().equals(message.alert().id())) {
            annotations.put("description", message.headline() + ", " + message.since() + ". " + message.figures());
            if (message.acknowledge() != null) {
                annotations.put("acknowledge", message.acknowledge());
            }
            for (int i = 0; i < message.exemplars().size(); i++) {
                annotations.put("example" + (i + 1), message.exemplars().get(i).text());
            }
        }
        return new PostableAlert(
                Map.of(
                        "alertname", message.test() ? "VigieTest" : "Vigie",
                        "brand", alert.brand(),
                        "rule", alert.rule(),
                        "metric", alert.metric(),
                        "incident", alert.id()),
                annotations,
                alert.openedAt(),
                end(alert, message, now),
                message.link());
    }

    private static Instant end(Alert alert, Message message, Instant now) {
        if (message.test()) {
            return now.plus(TEST);
        }
        if (alert.event() != Alert.Event.RESOLVE) {
            return now.plus(GOES_ON);
        }
        var resolved = alert.resolvedAt() == null ? now : alert.resolvedAt();
        return resolved.isAfter(now) ? now : resolved;
    }

    private static String summary(Alert alert, Message message) {
        var summary = alert.summaries().get(message.language());
        return summary == null ? alert.summaries().getOrDefault("en", alert.metric()) : summary;
    }
}
