package vigie.alert.notify.email;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vigie.alert.notify.Exemplar;
import vigie.alert.notify.Invitation;
import vigie.alert.notify.Message;

/** What a letter says: plainly, and the same in HTML. The summary comes first, because a lock screen shows the beginning. */
final class LetterText {

    private static final String PAGE = """
            <!doctype html><html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title></head><body style="font:16px/1.5 sans-serif;color:#1a1a1a;max-width:40em;margin:1em auto;padding:0 1em">
            %s</body></html>
            """;
    private static final String BUTTON =
            "<a href=\"%s\" style=\"display:inline-block;padding:.6em 1.2em;margin:.3em .6em .3em 0;background:%s;color:#fff;"
                    + "text-decoration:none;border-radius:4px\">%s</a>";
    private static final String FIRST = "#14532d";
    private static final String SECOND = "#1e3a5f";

    private LetterText() {}

    /** The same for all letters about one incident, so that every mail program keeps them together. */
    static String subject(Message m) {
        return m.brand() + ": " + m.alert().rule() + ", " + m.since();
    }

    static String plain(Message m) {
        var text = new StringBuilder();
        text.append(m.summary()).append("\n\n");
        text.append(m.headline())
                .append('\n')
                .append(m.since())
                .append('\n')
                .append(m.figures())
                .append('\n');
        if (!m.exemplars().isEmpty()) {
            text.append('\n').append(m.words().examples()).append(":\n");
            m.exemplars()
                    .forEach(e -> text.append("> ")
                            .append(e.text())
                            .append("\n> – ")
                            .append(by(e))
                            .append('\n'));
        }
        if (!m.others().isEmpty()) {
            text.append('\n').append(m.words().gathered()).append(":\n");
            m.gathered().forEach(line -> text.append("- ").append(line).append('\n'));
        }
        text.append('\n').append(m.words().show()).append(": ").append(m.link()).append('\n');
        if (m.acknowledge() != null) {
            text.append(m.words().acknowledge())
                    .append(": ")
                    .append(m.acknowledge())
                    .append('\n');
        }
        text.append("\n-- \n").append(m.words().reason()).append('\n');
        if (m.unsubscribe() != null) {
            text.append(m.words().unsubscribe())
                    .append(": ")
                    .append(m.unsubscribe())
                    .append('\n');
        }
        return text.toString();
    }

    static String html(Message m) {
        var body = new StringBuilder();
        body.append("<p><b>").append(escaped(m.summary())).append("</b></p>");
        body.append("<p>")
                .append(escaped(m.headline()))
                .append("<br>")
                .append(escaped(m.since()))
                .append("<br>");
        body.append(escaped(m.figures())).append("</p><p>");
        body.append(
                BUTTON.formatted(escaped(m.link()), SECOND, escaped(m.words().show())));
        if (m.acknowledge() != null) {
            body.append(BUTTON.formatted(
                    escaped(m.acknowledge()), FIRST, escaped(m.words().acknowledge())));
        }
        body.append("</p>");
        if (!m.exemplars().isEmpty()) {
            body.append("<p>").append(escaped(m.words().examples())).append("</p>");
            m.exemplars().forEach(e -> body.append(quote(e)));
        }
        if (!m.others().isEmpty()) {
            body.append("<p>").append(escaped(m.words().gathered())).append("</p><ul>");
            body.append(m.gathered().stream()
                    .map(line -> "<li>" + escaped(line) + "</li>")
                    .collect(Collectors.joining()));
            body.append("</ul>");
        }
        body.append("<p style=\"color:#666;font-size:13px\">")
                .append(escaped(m.words().reason()));
        if (m.unsubscribe() != null) {
            body.append(" <a href=\"").append(escaped(m.unsubscribe())).append("\">");
            body.append(escaped(m.words().unsubscribe())).append("</a>");
        }
        return PAGE.formatted(m.language(), escaped(m.headline()), body.append("</p>"));
    }

    private static String quote(Exemplar e) {
        return "<blockquote style=\"margin:.5em 0;padding-left:1em;border-left:3px solid #ccc\">" + escaped(e.text())
                + "<br><small>" + escaped(by(e)) + "</small></blockquote>";
    }

    private static String by(Exemplar e) {
        return e.by() == null ? e.platform() : e.by() + ", " + e.platform();
    }

    static String plain(Invitation i) {
        var words = i.wording();
        return words.question() + "\n\n" + words.agree() + ": " + i.link() + "\n";
    }

    static String html(Invitation i) {
        var words = i.wording();
        return PAGE.formatted(
                i.language(),
                "Vigie",
                "<p>" + escaped(words.question()) + "</p><p>"
                        + BUTTON.formatted(escaped(i.link()), FIRST, escaped(words.agree())) + "</p>");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
