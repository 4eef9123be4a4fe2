package vigie.alert.dashboard;

import java.time.Instant;
import java.util.List;
import vigie.alert.history.Comparison;

/** What one version catches more and less than another, over a period. */
record ComparisonView(Instant from, Instant to, long added, long dropped, long kept, Samples samples) {

    record Samples(List<Comparison.Sample> added, List<Comparison.Sample> dropped) {}

    static ComparisonView of(Instant from, Instant to, Comparison.Outcome o) {
        return new ComparisonView(
                from, to, o.added(), o.dropped(), o.kept(), new Samples(o.addedSamples(), o.droppedSamples()));
    }
}
