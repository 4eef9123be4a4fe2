package vigie.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a brand's mentions are read: what was learnt from them, what people decided, and what follows for the next mention.
 *
 * @param brandSince {@link Brand#since}
 * @param version rises with every change; a mention remembers with which it was read
 * @param learnt the newest; absent while too little was said
 * @param setting absent while nobody decided anything
 * @param earlier what was learnt before, newest first, to be rolled back to
 */
public record BrandSentiment(
        String brand,
        @Nullable Instant brandSince,
        long version,
        Instant at,
        Applied applied,
        @Nullable Learnt learnt,
        @Nullable SentimentSetting setting,
        List<Learnt> earlier) {

    public BrandSentiment {
        earlier = List.copyOf(earlier);
    }

    /**
     * What changes answers.
     *
     * @param strength 0 when switched off
     */
    public record Applied(SentimentShares shares, double strength, List<Word> words) {
        public Applied {
            words = List.copyOf(words);
        }
    }

    /**
     * Learnt from mentions without labels, and from corrections.
     *
     * @param version of the brand's record in which this came up
     * @param mentions how many it rests on, older ones counting less
     * @param words empty where they did not make answers better
     */
    public record Learnt(
            long version,
            Instant at,
            @Nullable SentimentShares shares,
            double mentions,
            List<Word> words,
            @Nullable Lessons lessons) {
        public Learnt {
            words = List.copyOf(words);
        }
    }

    /**
     * How well corrected mentions are read, each by what was learnt from the others.
     *
     * @param before share read rightly without the brand's words, 0..1
     * @param after with them
     */
    public record Lessons(int corrections, double before, double after) {}

    /**
     * A word that means something of its own to this brand; in log-odds.
     *
     * @param texts corrected texts it stands in; 0 where they are too old to be kept
     */
    public record Word(
            String word,
            double negative,
            double neutral,
            double positive,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int texts) {}
}
