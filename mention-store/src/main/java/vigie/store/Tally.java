package vigie.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.model.Reach;

/** The counts by label, as a question put under other questions and as its answer read back. */
final class Tally {

    static final String LABELS = "labels";

    /** Splits a bucket by label; three values, so the answer is exact over any number of shards. */
    static final Aggregation BY_LABEL =
            Aggregation.of(a -> a.terms(t -> t.field("label").size(3)));

    private static final Map<String, Aggregation> FIGURES = Map.of(
            LABELS,
            BY_LABEL,
            "reachLow",
            sum("reachLow"),
            "reachHigh",
            sum("reachHigh"),
            "interactions",
            sum("interactions"));

    private Tally() {}

    /** What is asked of an account or a story alike, and {@code more}. */
    static Map<String, Aggregation> figures(Map<String, Aggregation> more) {
        var all = new HashMap<>(FIGURES);
        all.putAll(more);
        return Map.copyOf(all);
    }

    static SentimentCounts read(Map<String, Aggregate> answer) {
        var labels = answer.get(LABELS);
        if (labels == null) {
            return SentimentCounts.NONE;
        }
        long negative = 0;
        long neutral = 0;
        long positive = 0;
        for (var bucket : labels.sterms().buckets().array()) {
            var label = bucket.key().stringValue();
            if (label.equals("negative")) {
                negative = bucket.docCount();
            } else if (label.equals("neutral")) {
                neutral = bucket.docCount();
            } else {
                positive = bucket.docCount();
            }
        }
        return new SentimentCounts(negative, neutral, positive);
    }

    static Aggregation sum(String field) {
        return Aggregation.of(a -> a.sum(s -> s.field(field)));
    }

    static long sum(@Nullable Aggregate answer) {
        return answer == null ? 0 : Math.round(answer.sum().value());
    }

    static Reach reach(Map<String, Aggregate> answer) {
        return new Reach(sum(answer.get("reachLow")), sum(answer.get("reachHigh")));
    }
}
