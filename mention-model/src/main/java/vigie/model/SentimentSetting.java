package vigie.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about how a brand's mentions are read.
 *
 * @param brandSince {@link Brand#since}
 * @param enabled whether anything learnt about this brand is used
 * @param strength 0 ignores the brand's usual shares, 1 believes them fully
 * @param shares to be used instead of learnt ones
 * @param words whether words learnt from corrections are used
 * @param version of what was learnt, to which the brand was rolled back; absent goes on with the newest
 */
public record SentimentSetting(
        String brand,
        @Nullable Instant brandSince,
        boolean enabled,
        double strength,
        @Nullable SentimentShares shares,
        boolean words,
        @Nullable Long version) {

    /** Where nobody decided: less than fully, since the mentions learnt from may have been a storm and the next ones are not. */
    public static final double USUAL_STRENGTH = 0.75;
}
