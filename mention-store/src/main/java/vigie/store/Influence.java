package vigie.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How much an account can move others, by an open formula of what is known of it. Without followers nothing is said: a guess would
 * rank people by what we do not know.
 *
 * <pre>
 * audience   = log10(1 + followers) / 6           1,000,000 followers and more are 1
 * engagement = √(rate / 0.1)                      interactions a mention for each follower; one in ten and more is 1
 * frequency  = mentions a week / 7                daily and more is 1
 * score      = 100 · (0.5 · audience + 0.35 · engagement + 0.15 · frequency)
 * </pre>
 *
 * @param score 0 to 100; absent when followers are not known
 * @param audience 0 to 1, as are {@code engagement} and {@code frequency}
 * @param engagementRate interactions a mention for each follower
 * @param perWeek mentions a week in the period
 */
public record Influence(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score,
        @Nullable Double audience,
        @Nullable Double engagement,
        double frequency,
        @Nullable Double engagementRate,
        double perWeek) {

    private static final double DAYS_A_WEEK = 7;

    /**
     * @param followers absent is unknown, never zero
     * @param interactions likes, shares and comments of all its mentions together
     * @param days length of the period
     */
    static Influence of(@Nullable Long followers, long mentions, long interactions, double days) {
        double perWeek = mentions * DAYS_A_WEEK / Math.max(days, 1);
        double frequency = Math.min(1, perWeek / DAYS_A_WEEK);
        if (followers == null) {
            return new Influence(null, null, null, frequency, null, perWeek);
        }
        double audience = Math.min(1, Math.log10(1 + (double) followers) / 6);
        double rate = followers == 0 || mentions == 0 ? 0 : (double) interactions / mentions / followers;
        double engagement = Math.min(1, Math.sqrt(rate / 0.1));
        double score = 100 * (0.5 * audience + 0.35 * engagement + 0.15 * frequency);
        return new Influence(score, audience, engagement, frequency, rate, perWeek);
    }
}
