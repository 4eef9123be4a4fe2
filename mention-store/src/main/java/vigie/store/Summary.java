package vigie.store;

import org.jspecify.annotations.Nullable;
import vigie.model.Reach;

/**
 * The headline figures of a period.
 *
 * @param netSentiment (positive − negative) / all × 100; absent under 30 mentions, where it would mean nothing
 * @param brandHealth positive / (positive + negative) × 100; absent likewise
 * @param stories distinct stories; near-duplicates, quotes and shares are one
 * @param authors distinct accounts; like stories exact up to some 40,000, then an estimate within a few per cent
 * @param engagement likes, shares and comments together
 * @param openAlerts incidents of these brands that are open now; in {@code previous}, those that were open when it ended
 * @param previous the same for the period of equal length just before
 */
public record Summary(
        long mentions,
        long stories,
        SentimentCounts sentiment,
        @Nullable Double netSentiment,
        @Nullable Double brandHealth,
        long authors,
        Reach reach,
        long engagement,
        @Nullable Long openAlerts,
        @Nullable Summary previous) {

    private static final int MEANINGFUL = 30;

    static Summary of(SentimentCounts counts, long stories, long authors, Reach reach, long engagement) {
        var all = counts.all();
        var polar = counts.positive() + counts.negative();
        var meaningful = all >= MEANINGFUL;
        return new Summary(
                all,
                stories,
                counts,
                meaningful ? 100.0 * (counts.positive() - counts.negative()) / all : null,
                meaningful && polar > 0 ? 100.0 * counts.positive() / polar : null,
                authors,
                reach,
                engagement,
                null,
                null);
    }

    Summary with(long open, @Nullable Summary before) {
        return new Summary(
                mentions, stories, sentiment, netSentiment, brandHealth, authors, reach, engagement, open, before);
    }
}
