package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which matching alerts are recorded but nobody is told.
 *
 * @param brand absent = every brand
 * @param rule name of a rule, absent = every rule
 * @param metric absent = every metric
 */
public record Silence(
        String id,
        @Nullable String brand,
        @Nullable String rule,
        @Nullable String metric,
        Instant from,
        Instant until,
        String author,
        String reason) {}
