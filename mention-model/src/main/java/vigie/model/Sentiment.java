package vigie.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text feels like, and why.
 *
 * @param score −1 (negative) to 1 (positive)
 * @param confidence calibrated probability that the label is right, 0 to 1
 * @param evidence what moved the decision most, strongest first, bounded
 * @param model name and version of the model that decided
 */
public record Sentiment(SentimentLabel label, double score, double confidence, List<Evidence> evidence, String model) {
    /** Named in place of a model where a person decided. */
    public static final String PERSON = "person";

    public Sentiment {
        evidence = List.copyOf(evidence);
    }

    /**
     * A piece of the text and how much it moved the score.
     *
     * @param text as written in the post
     * @param weight positive moves towards positive, in the model's log-odds
     * @param start first UTF-16 offset in the analysed text, absent for a trait of the whole text
     * @param kind {@code word}, {@code negated}, {@code emoji}, {@code hashtag} …
     */
    public record Evidence(
            String text,
            double weight,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String kind) {}
}
