package vigie.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mention means and how it spreads, for one brand; first, revised or withdrawn.
 *
 * <p>Whoever counts adds the difference between this and {@link #before}.
 *
 * @param brandSince {@link Brand#since}; counts of an earlier brand of the same id are not this one's
 * @param revision 1 for the first, then rising
 * @param version external version of the document: broker append time (ms) of the causing record, never falling for one mention
 * @param before what the previous revision said; absent on the first
 * @param post absent when withdrawn
 * @param eventTime event time of the first version; the mention's place in every count, whatever later versions say
 * @param lang detected language, {@code und} when undecidable
 * @param sentiment what counts: towards this brand where the post speaks of several, otherwise that of the whole text
 * @param story id shared by near-duplicates and reposts
 * @param wholeText the feeling of the whole text, where {@code sentiment} is that of the clauses about this brand
 */
public record AnalysedMention(
        String mentionId,
        String brand,
        @Nullable Instant brandSince,
        String postId,
        Change change,
        long revision,
        long version,
        @Nullable Before before,
        @Nullable Post post,
        Instant eventTime,
        List<QueryMatch> queries,
        String lang,
        Sentiment sentiment,
        Virality virality,
        Reach reach,
        @Nullable String story,
        Instant arrivedAt,
        Instant analysedAt,
        @Nullable Sentiment wholeText) {

    public AnalysedMention {
        queries = List.copyOf(queries);
    }

    /** What this record does to the mention. */
    public enum Change {
        @JsonProperty("first")
        FIRST,
        @JsonProperty("revised")
        REVISED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    /** What was counted for the previous revision. */
    public record Before(
            SentimentLabel label, Reach reach, @Nullable String story, List<String> hashtags) {
        public Before {
            hashtags = List.copyOf(hashtags);
        }
    }
}
