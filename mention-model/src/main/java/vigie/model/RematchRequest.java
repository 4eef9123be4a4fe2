package vigie.model;

import java.time.Instant;

/**
 * Somebody wants a brand's present queries applied to what was said in a period. A brand's newest request stands for all before it.
 *
 * @param from event time, inclusive
 * @param to event time, exclusive
 */
public record RematchRequest(
        String id, String brand, Instant from, Instant to, Instant at, String by, boolean cancelled) {

    /** The same, called off. */
    public RematchRequest cancel() {
        return new RematchRequest(id, brand, from, to, at, by, true);
    }
}
