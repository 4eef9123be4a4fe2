package vigie.store;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import vigie.model.PostId;

/**
 * Where a page ended: the order and the last row's sort values, in a form nobody is tempted to build.
 *
 * <p>It holds no filter, so whoever forges one still sees only what the request's own filter lets through; the check digits make a
 * damaged one a clear refusal rather than a strange page.
 */
final class Cursor {

    private static final int CHECK = 12;
    private static final int LONGEST = 2_000;
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    static String of(String order, List<FieldValue> values) {
        var parts = new ArrayList<String>();
        parts.add(order);
        values.forEach(v -> parts.add(v._toJsonString()));
        var body = String.join(SEPARATOR, parts);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((check(body) + body).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The sort values to go on after.
     *
     * @param kinds one letter a value: {@code d}ouble, {@code l}ong, {@code s}tring
     */
    static List<FieldValue> read(String cursor, String order, String kinds) {
        try {
            if (cursor.length() > LONGEST) {
                throw broken();
            }
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var body = text.substring(Math.min(text.length(), CHECK));
            var parts = body.split(SEPARATOR, -1);
            if (!text.startsWith(check(body)) || parts.length != kinds.length() + 1 || !parts[0].equals(order)) {
                throw broken();
            }
            var values = new ArrayList<FieldValue>();
            for (var i = 0; i < kinds.length(); i++) {
                values.add(value(kinds.charAt(i), parts[i + 1]));
            }
            return values;
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static FieldValue value(char kind, String text) {
        if (kind == 's') {
            return FieldValue.of(text);
        }
        return kind == 'l' ? FieldValue.of(Long.parseLong(text)) : FieldValue.of(Double.parseDouble(text));
    }

    private static String check(String body) {
        return PostId.hash("cursor" + SEPARATOR + body).substring(0, CHECK);
    }

    private static RefusedRequest broken() {
        return new RefusedRequest("cursor", "not a cursor of this list; begin again without one");
    }
}
