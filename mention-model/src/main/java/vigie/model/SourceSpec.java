package vigie.model;

import java.util.Map;

/**
 * A source a person has added: what to listen at, without its progress.
 *
 * @param id short name, unique among sources
 * @param kind which connector, e.g. {@code rss}
 * @param settings what that connector needs, as text; never a secret, for the topic keeps them in the clear
 */
public record SourceSpec(String id, String kind, Map<String, String> settings) {
    public SourceSpec {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
}
