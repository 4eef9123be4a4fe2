package vigie.benchmarks.overview;

import java.util.regex.Pattern;

/** A request as the product sent it to Elasticsearch, to be sent again for another moment. */
record Raw(String method, String path, String contentType, String accept, String body) {

    /** Milliseconds since the epoch in this century; nothing else in the page's questions has thirteen digits. */
    private static final Pattern MILLIS = Pattern.compile("(?<!\\d)1[5-9]\\d{11}(?!\\d)");

    /** With every time in it as much later: Elasticsearch keeps answers, and would otherwise not compute anything. */
    Raw later(long millis) {
        var moved = MILLIS.matcher(body).replaceAll(m -> Long.toString(Long.parseLong(m.group()) + millis));
        return new Raw(method, path, contentType, accept, moved);
    }
}
