package vigie.ingest.source.rss;

import org.jsoup.Jsoup;
import vigie.ingest.PostRules;

/** The words of a piece of HTML as plain text: scripts gone, entities read, one line a block. */
final class Html {

    private static final String BLOCKS = "br, p, div, li, h1, h2, h3, h4, h5, h6, tr, blockquote, figure";
    private static final String NOT_WORDS = "script, style, noscript, template, iframe, object";

    private Html() {}

    static String text(String html, int max) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select(NOT_WORDS).remove();
        body.select(BLOCKS).forEach(block -> block.appendText("\n"));
        body.select("br").forEach(br -> br.after("\n"));
        var text = body.wholeText()
                .replaceAll("[\\p{Zs}\\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
        return PostRules.carriable(cut(text, max));
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }
}
