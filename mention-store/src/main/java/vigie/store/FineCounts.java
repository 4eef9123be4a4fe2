package vigie.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.time.Duration;
import java.util.Map;

/**
 * Bare counts in small steps over a long time: one number a step and nothing beside it, so that months of five-minute steps are counted
 * in the index within a moment and no document is read.
 */
final class FineCounts {

    /** The server makes no more buckets than this for one question. */
    private static final long MOST_STEPS = 65_000;

    private final Elastic elastic;
    private final Indices indices;

    FineCounts(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    long[] of(MentionFilter filter, Duration step) {
        var millis = step.toMillis();
        if (millis < 1) {
            throw new RefusedRequest("interval", "must be longer than nothing");
        }
        var first = Math.floorDiv(filter.from().toEpochMilli(), millis);
        var steps = Math.floorDiv(filter.to().toEpochMilli() - 1, millis) - first + 1;
        if (steps > MOST_STEPS) {
            throw new RefusedRequest("interval", "too fine for so long a period: more than " + MOST_STEPS + " steps");
        }
        var question = Aggregation.of(a ->
                a.dateHistogram(h -> h.field("eventTime").minDocCount(1).fixedInterval(t -> t.time(millis + "ms"))));
        var answer = elastic.count(indices.mentions(), Filters.of(filter), Map.of("steps", question))
                .get("steps");
        var counts = new long[(int) steps];
        if (answer != null) {
            for (var bucket : answer.dateHistogram().buckets().array()) {
                counts[(int) (Math.floorDiv(bucket.key(), millis) - first)] = bucket.docCount();
            }
        }
        return counts;
    }
}
