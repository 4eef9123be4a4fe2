package vigie.model;

import java.util.List;
import java.util.Map;

/**
 * Whom to tell, and how.
 *
 * @param channel {@code console}, {@code webhook} …
 * @param settings the channel's own settings; secrets among them are never shown again
 * @param brands which brands' alerts; empty = all
 * @param minSeverity nothing below it is sent
 * @param language {@code fr} or {@code en}
 */
public record Receiver(
        String id,
        String name,
        String channel,
        Map<String, String> settings,
        List<String> brands,
        int minSeverity,
        String language) {
    public Receiver {
        settings = Map.copyOf(settings);
        brands = List.copyOf(brands);
    }
}
