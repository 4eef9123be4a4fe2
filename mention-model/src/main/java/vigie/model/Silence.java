package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which matching alerts are recorded but nobody is told; a maintenance window when it comes back every week.
 *
 * @param brand absent = every brand
 * @param rule name of a rule, absent = every rule
 * @param metric absent = every metric
 * @param match narrows it further; absent = not
 * @param weekly only at these times between {@code from} and {@code until}; absent = all the time
 */
public record Silence(
        String id,
        @Nullable String brand,
        @Nullable String rule,
        @Nullable String metric,
        Instant from,
        Instant until,
        String author,
        String reason,
        @Nullable AlertMatch match,
        @Nullable Weekly weekly) {

    /** One that holds all the time. */
    public Silence(
            String id,
            @Nullable String brand,
            @Nullable String rule,
            @Nullable String metric,
            Instant from,
            Instant until,
            String author,
            String reason) {
        this(id, brand, rule, metric, from, until, author, reason, null, null);
    }

    /**
     * A time of the week.
     *
     * @param days {@code MONDAY} …: on which it begins; empty = every day
     * @param from local time such as {@code 22:00}; {@code until} the first minute after it, the next day when earlier
     * @param timeZone IANA zone
     */
    public record Weekly(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> days, String from, String until, String timeZone) {
        public Weekly {
            days = days == null ? List.of() : List.copyOf(days);
        }
    }
}
