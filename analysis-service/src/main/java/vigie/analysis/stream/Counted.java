package vigie.analysis.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param story the story its words belong to, where others told it before in other words; absent where it is their own
 * @param tuning {@link vigie.analysis.sentiment.BrandTuning#version} with which it was said
 */
record Counted(
        @Nullable Instant since,
        long revision,
        AnalysedMention.@Nullable Before said,
        @Nullable SentimentLabel corrected,
        @Nullable String story,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long tuning) {

    boolean live() {
        return said != null;
    }

    Counted corrected(SentimentLabel label) {
        return new Counted(since, revision, said, label, story, tuning);
    }

    /** As part of another story; {@code null} is its own. */
    Counted telling(@Nullable String other) {
        return new Counted(since, revision, said, corrected, other, tuning);
    }

    /** Said with what is known now, without saying it again: a person's label stays what it is. */
    Counted tuned(long version) {
        return new Counted(since, revision, said, corrected, story, version);
    }

    /** No longer there, which is what the next revision says. */
    Counted withdrawn() {
        return new Counted(since, revision + 1, null, corrected, null, tuning);
    }
}
