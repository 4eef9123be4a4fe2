package vigie.analysis.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vigie.trend.Trend;

/**
 * What is kept of a hashtag.
 *
 * @param next number of the first 5-minute bin (since 1970) that is not closed
 * @param pending hits by bin, from {@code next} on
 * @param brands who tracks it, as the newest hit says
 * @param lastAt event time of the newest hit
 * @param lastArrival when the last hit arrived
 */
record HashtagState(
        long next, Map<Long, Long> pending, Trend trend, List<String> brands, Instant lastAt, Instant lastArrival) {

    HashtagState {
        pending = Map.copyOf(pending);
        brands = List.copyOf(brands);
    }
}
