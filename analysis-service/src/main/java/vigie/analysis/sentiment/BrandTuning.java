package vigie.analysis.sentiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.BrandSentiment;
import vigie.model.Sentiment;

/**
 * What is known of one brand, ready to be applied to its mentions.
 *
 * @param since {@link vigie.model.Brand#since}; of an earlier brand with the same id nothing is known
 * @param version of what is known; 0 while that is nothing
 */
public record BrandTuning(@Nullable Instant since, long version, BrandPrior prior, BrandWords words) {

    public static final BrandTuning NONE =
            new BrandTuning(null, 0, BrandPrior.none(), BrandWords.of(java.util.List.of()));

    public static BrandTuning of(BrandSentiment sentiment) {
        var applied = sentiment.applied();
        return new BrandTuning(
                sentiment.brandSince(),
                sentiment.version(),
                new BrandPrior(applied.shares(), applied.strength()),
                BrandWords.of(applied.words()));
    }

    /** @param text as the model read it */
    public Sentiment adjust(String text, Sentiment sentiment) {
        return prior.adjust(words.adjust(text, sentiment));
    }

    /** Where the answer is that of some clauses only, of which the text as a whole says too much. */
    public Sentiment adjust(Sentiment sentiment) {
        return prior.adjust(sentiment);
    }
}
