package vigie.store;

import java.time.Instant;
import java.util.List;

/**
 * Which accepted posts a question is about, mentions of a brand or not.
 *
 * @param from event time, inclusive
 * @param to event time, exclusive
 * @param caught each of these sets catches the post
 * @param missed none of these does
 */
public record PostFilter(Instant from, Instant to, List<QuerySet> caught, List<QuerySet> missed) {
    public PostFilter {
        caught = List.copyOf(caught);
        missed = List.copyOf(missed);
        if (!from.isBefore(to)) {
            throw new RefusedRequest("to", "the end must be later than the beginning");
        }
    }
}
