package vigie.alert.notify.email;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import vigie.alert.notify.Exemplar;
import vigie.alert.notify.Invitation;
import vigie.alert.notify.Message;

/** What a letter says: plainly, and the same in HTML. How bad it is and the figures come first, because a lock screen shows the
 * beginning, and many mail programs show rules of style but not all. */
final class LetterText {

    /** Colours stand in rules of their own, so that a mail program in the dark gets those for the dark. */
    private static final String PAGE = """
            <!doctype html><html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>%s</title><style>
            :root{color-scheme:light dark}
            body{font:16px/1.5 sans-serif;max-width:40em;margin:1em auto;padding:0 1em;overflow-wrap:anywhere;color:#1a1a1a;background:#fff}
            a{color:#1e3a5f}
            .button{display:inline-block;padding:.6em 1.2em;margin:.3em .6em .3em 0;color:#fff!important;background:#1e3a5f;\
            border:1px solid #1e3a5f;text-decoration:none;border-radius:4px}
            .act{background:#14532d;border-color:#14532d}
            .quiet{color:#595959;font-size:13px}
            blockquote{margin:.5em 0;padding-left:1em;border-left:3px solid #999}
            @media (prefers-color-scheme:dark){body{color:#e8e8e8;background:#1b1b1b}a{color:#9cc4f0}
            .button{border-color:#9cc4f0}.act{border-color:#8fd6a8}.quiet{color:#b0b0b0}blockquote{border-color:#777}}
            </style></head><body>
            %s</body></html>
            """;

    private static final String BUTTON =
            "<a class=\"button%s\" href=\"%s\" style=\"display:inline-block;padding:.6em 1.2em;color:#fff;background:%s\">%s</a>";
    private static final String ACT = "#14532d";
    private static final String LOOK = "#1e3a5f";

    private LetterText() {}

    static String plain(Message m) {
        var text = new StringBuilder();
        text.append(m.opening()).append("\n\n");
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
                            .append(unlinked(e.text()))
                            .append("\n> – ")
                            .append(unlinked(by(e)))
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
        body.append("<p><b>").append(escaped(m.opening())).append("</b></p>");
        body.append("<p>")
                .append(escaped(m.headline()))
                .append("<br>")
                .append(escaped(m.since()))
                .append("<br>");
        body.append(escaped(m.figures())).append("</p><p>");
        if (m.acknowledge() != null) {
            body.append(act(m.acknowledge(), m.words().acknowledge()));
        }
        body.append(
                BUTTON.formatted("", escaped(m.link()), LOOK, escaped(m.words().show())));
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
        body.append("<p class=\"quiet\">").append(escaped(m.words().reason()));
        if (m.unsubscribe() != null) {
            body.append(" <a href=\"").append(escaped(m.unsubscribe())).append("\">");
            body.append(escaped(m.words().unsubscribe())).append("</a>");
        }
        return PAGE.formatted(m.language(), escaped(m.headline()), body.append("</p>"));
    }

    private static String quote(Exemplar e) {
        return "<blockquote>" + escaped(unlinked(e.text())) + "<br><small>" + escaped(unlinked(by(e)))
                + "</small></blockquote>";
    }

    /** A mail program makes links of what looks like one, and a stranger's must not stand in our letter. */
    private static String unlinked(String text) {
        return text.replace("://", ":\u2060//").replaceAll("(?i)\\bwww\\.", "www\u2060.");
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
                "<p>" + escaped(words.question()) + "</p><p>" + act(i.link(), words.agree()) + "</p>");
    }

    private static String act(String link, String words) {
        return BUTTON.formatted(" act", escaped(link), ACT, escaped(words));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
