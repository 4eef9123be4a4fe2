package vigie.alert.notify.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vigie.alert.notify.Exemplar;
import vigie.alert.notify.Message;

/** A message as an Adaptive Card 1.4, the newest that Teams shows everywhere. Teams refuses what is larger than 28 KB. */
final class Card {

    private static final int MOST_OTHERS = 5;
    private static final int SERIOUS = 3;

    private Card() {}

    static Map<String, Object> of(Message m) {
        var card = Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                // what a notification on a telephone shows
                "fallbackText",
                m.lockScreen(),
                "msteams",
                Map.of("width", "Full"),
                "body",
                body(m),
                "actions",
                actions(m));
        return Map.of(
                "type",
                "message",
                "summary",
                m.lockScreen(),
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static List<Map<String, Object>> body(Message m) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(Map.of(
                "type",
                "TextBlock",
                "text",
                escaped(m.headline()),
                "size",
                "Large",
                "weight",
                "Bolder",
                "color",
                m.alert().severity() >= SERIOUS ? "Attention" : "Default",
                "wrap",
                true));
        body.add(text(m.summary()));
        body.add(faint(m.since()));
        body.add(faint(m.figures()));
        if (!m.exemplars().isEmpty()) {
            body.add(faint(m.words().examples()));
            m.exemplars().forEach(exemplar -> body.add(quote(exemplar)));
        }
        if (!m.others().isEmpty()) {
            body.add(faint(m.words().gathered()));
            m.gathered().stream().limit(MOST_OTHERS).forEach(line -> body.add(text(line)));
        }
        return body;
    }

    private static Map<String, Object> quote(Exemplar exemplar) {
        var by = exemplar.by() == null ? exemplar.platform() : exemplar.by() + ", " + exemplar.platform();
        return Map.of("type", "Container", "style", "emphasis", "items", List.of(text(exemplar.text()), faint(by)));
    }

    private static List<Map<String, Object>> actions(Message m) {
        var actions = new ArrayList<Map<String, Object>>();
        actions.add(Map.of("type", "Action.OpenUrl", "title", m.words().show(), "url", m.link()));
        var acknowledge = m.acknowledge();
        if (acknowledge != null) {
            actions.add(Map.of("type", "Action.OpenUrl", "title", m.words().acknowledge(), "url", acknowledge));
        }
        return actions;
    }

    private static Map<String, Object> text(String text) {
        return Map.of("type", "TextBlock", "text", escaped(text), "wrap", true);
    }

    private static Map<String, Object> faint(String text) {
        return Map.of("type", "TextBlock", "text", escaped(text), "wrap", true, "isSubtle", true, "spacing", "None");
    }

    /** Text blocks are Markdown: a stranger's words must not become a link or a headline of ours. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~])", "\\\\$1")
                .replaceAll("^(\\s*)([-–]|\\d+\\.)", "$1\u2060$2");
    }
}
