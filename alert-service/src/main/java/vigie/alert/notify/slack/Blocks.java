package vigie.alert.notify.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vigie.alert.notify.Exemplar;
import vigie.alert.notify.Message;

/**
 * A message in Slack's Block Kit. Slack refuses a whole message for one text that is too long: 150 characters in a header, 3,000 in a
 * section.
 */
final class Blocks {

    private static final int HEADER = 150;
    private static final int SECTION = 2_900;
    private static final int URL = 3_000;

    private Blocks() {}

    static Map<String, Object> of(Message m) {
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(Map.of("type", "header", "text", plain(cut(m.headline(), HEADER))));
        blocks.add(section("*" + escaped(m.summary()) + "*\n" + escaped(m.since()) + "\n" + escaped(m.figures())));
        if (!m.exemplars().isEmpty()) {
            blocks.add(section("_" + escaped(m.words().examples()) + "_\n"
                    + m.exemplars().stream().map(Blocks::quote).collect(Collectors.joining("\n"))));
        }
        if (!m.others().isEmpty()) {
            blocks.add(section("_" + escaped(m.words().gathered()) + "_\n"
                    + m.gathered().stream().map(line -> "• " + escaped(line)).collect(Collectors.joining("\n"))));
        }
        blocks.add(Map.of("type", "actions", "elements", buttons(m)));
        // what a notification on a telephone shows
        return Map.of("text", escaped(cut(m.lockScreen(), SECTION)), "blocks", blocks);
    }

    private static List<Map<String, Object>> buttons(Message m) {
        var buttons = new ArrayList<Map<String, Object>>();
        buttons.add(button(m.words().show(), m.link()));
        var acknowledge = m.acknowledge();
        if (acknowledge != null && acknowledge.length() <= URL) {
            buttons.add(button(m.words().acknowledge(), acknowledge));
        }
        return buttons;
    }

    private static Map<String, Object> button(String text, String url) {
        return Map.of("type", "button", "text", plain(text), "url", url);
    }

    private static String quote(Exemplar exemplar) {
        var by = exemplar.by();
        return "> " + escaped(exemplar.text()) + " – "
                + escaped(by == null ? exemplar.platform() : by + ", " + exemplar.platform());
    }

    private static Map<String, Object> section(String text) {
        return Map.of(
                "type", "section", "text", Map.of("type", "mrkdwn", "text", cut(text, SECTION), "verbatim", true));
    }

    private static Map<String, Object> plain(String text) {
        return Map.of("type", "plain_text", "text", text, "emoji", false);
    }

    /**
     * A stranger's words must neither call the whole channel nor look like our own: the three characters Slack gives meaning to are
     * written as it asks, and marks of emphasis get an invisible joiner before them, which takes their meaning.
     */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([*_~`])", "\u2060$1");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
