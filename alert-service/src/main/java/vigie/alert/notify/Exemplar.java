package vigie.alert.notify;

import org.jspecify.annotations.Nullable;

/**
 * A mention shown as an example. Its words are a stranger's: every channel escapes them in its own way.
 *
 * @param text bounded
 * @param by name of who said it
 * @param url where, if that is an http address
 */
public record Exemplar(
        String text,
        String platform,
        @Nullable String by,
        @Nullable String url) {}
