package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.AlertRule.QuietHours;

/**
 * Whom to tell, and how: a person or a program with one way or several, or a team of other receivers.
 *
 * @param channel {@code console}, {@code webhook} …, or {@code team}
 * @param settings the channel's own settings; secrets among them are never shown again
 * @param brands which brands' alerts; empty = all
 * @param minSeverity nothing below it is sent
 * @param language {@code fr} or {@code en}
 * @param also further ways, all of which are used
 * @param members of a team: ids of receivers
 * @param quietHours when this receiver is told later; absent = never
 */
public record Receiver(
        String id,
        String name,
        String channel,
        Map<String, String> settings,
        List<String> brands,
        int minSeverity,
        String language,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Way> also,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> members,
        @Nullable QuietHours quietHours) {

    /** The channel of a receiver that only stands for others. */
    public static final String TEAM = "team";

    /** A channel and its settings. */
    public record Way(String channel, Map<String, String> settings) {
        public Way {
            settings = Map.copyOf(settings);
        }
    }

    public Receiver {
        settings = Map.copyOf(settings);
        brands = List.copyOf(brands);
        also = also == null ? List.of() : List.copyOf(also);
        members = members == null ? List.of() : List.copyOf(members);
    }

    /** One with a single way. */
    public Receiver(
            String id,
            String name,
            String channel,
            Map<String, String> settings,
            List<String> brands,
            int minSeverity,
            String language) {
        this(id, name, channel, settings, brands, minSeverity, language, List.of(), List.of(), null);
    }

    /** All ways, the first one first; a team has none of its own. */
    public List<Way> ways() {
        if (channel.equals(TEAM)) {
            return List.of();
        }
        var ways = new ArrayList<Way>();
        ways.add(new Way(channel, settings));
        ways.addAll(also);
        return ways;
    }
}
