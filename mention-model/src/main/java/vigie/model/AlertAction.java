package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did about an alert.
 *
 * @param id makes a retried request harmless
 * @param verb {@code ack}, {@code assign}, {@code comment}, {@code resolve} or {@code reopen}
 * @param to whom it is assigned
 */
public record AlertAction(
        String id,
        String alertId,
        String brand,
        String verb,
        String by,
        Instant at,
        @Nullable String comment,
        @Nullable String to) {}
