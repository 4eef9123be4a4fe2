package vigie.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong or doubtful in a query, where it is and what to do.
 *
 * @param position first UTF-16 offset in the source
 * @param length of the piece meant; 0 where something is missing
 * @param messages the sentence in each language, {@code en} and {@code fr}
 * @param suggestion what to write in place of the piece meant; absent when nothing can be proposed
 */
public record Finding(
        int position,
        int length,
        Map<String, String> messages,
        @Nullable String suggestion) {
    public Finding {
        messages = Map.copyOf(messages);
    }

    /** The sentence in {@code language}, else in English. */
    public String message(String language) {
        var message = messages.get(language);
        return message != null ? message : messages.getOrDefault("en", "");
    }
}
