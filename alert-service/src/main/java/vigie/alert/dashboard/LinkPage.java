package vigie.alert.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * The page behind a link of a message: a sentence and, where there is something to do, one button. It needs no script, so that it works
 * in any browser, and nothing happens before the button is pressed, so that a mail scanner that opens links does no harm.
 */
record LinkPage(
        String language,
        String title,
        String sentence,
        @Nullable String button) {

    private static final String HTML = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex"><title>%s</title>
            <link rel="icon" href="/vigie.svg"><link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/base.css">
            <link rel="stylesheet" href="/css/parts.css"></head>
            <body><main class="link-page"><h1>%s</h1><p>%s</p>%s</main></body></html>
            """;
    private static final String FORM = "<form method=\"post\"><button class=\"primary\">%s</button></form>";

    ResponseEntity<String> answer(int status) {
        var form = button == null ? "" : FORM.formatted(escaped(button));
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(HTML.formatted(language, escaped(title), escaped(title), escaped(sentence), form));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
