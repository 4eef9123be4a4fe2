package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * How fast a post spreads now, and a rough idea of how far it will go.
 *
 * @param score 0 to 100
 * @param velocity engagements per hour over the last quarter hour, weighted
 * @param momentum velocity of 15 minutes against 60; from 1.2 "accelerating"
 * @param further expected further engagements, a rough middle
 * @param history how its counters stood when they were looked at, oldest first: the first look, the newest and at most fourteen between
 *     them; empty until they were looked at twice
 */
public record Virality(
        double score,
        double velocity,
        double momentum,
        double further,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Look> history) {

    public static final Virality NONE = new Virality(0, 0, 1, 0);

    public Virality {
        history = history == null ? List.of() : List.copyOf(history);
    }

    public Virality(double score, double velocity, double momentum, double further) {
        this(score, velocity, momentum, further, List.of());
    }

    public Virality with(List<Look> looks) {
        return new Virality(score, velocity, momentum, further, looks);
    }

    /**
     * The counters at one moment.
     *
     * @param engagement all reactions so far, weighted as the velocity counts them
     */
    public record Look(Instant at, double engagement) {}
}
