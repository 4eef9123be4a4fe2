package vigie.alert.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vigie.model.Reach;
import vigie.store.SentimentCounts;
import vigie.store.Summary;

/** The headline figures; what cannot be said is null, never missing. */
record SummaryView(
        long mentions,
        long stories,
        SentimentCounts sentiment,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double netSentiment,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double brandHealth,
        long authors,
        Reach reach,
        long engagement,
        @Nullable Long openAlerts,
        @Nullable SummaryView previous) {

    static SummaryView of(Summary s) {
        return new SummaryView(
                s.mentions(),
                s.stories(),
                s.sentiment(),
                s.netSentiment(),
                s.brandHealth(),
                s.authors(),
                s.reach(),
                s.engagement(),
                s.openAlerts(),
                s.previous() == null ? null : of(s.previous()));
    }
}
