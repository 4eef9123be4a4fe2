package vigie.analysis.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.AnalysedMention;
import vigie.model.SentimentLabel;

/**
 * What was said of a post for one brand.
 *
 * @param since {@link vigie.model.Brand#since}
 * @param revision of the last record said; goes on rising when a mention is withdrawn and comes back
 * @param said what counters hold of it now; absent while withdrawn
 * @param corrected the label a person gave, which stays whatever is edited
 */
record Counted(
        @Nullable Instant since,
        long revision,
        AnalysedMention.@Nullable Before said,
        @Nullable SentimentLabel corrected) {

    boolean live() {
        return said != null;
    }
}
