package vigie.analysis.virality;

import org.jspecify.annotations.Nullable;
import vigie.model.EngagementCounts;

/**
 * How much each kind of reaction counts towards the spread of a post. A share carries it to new people; a view hardly says anything.
 */
public record EngagementWeights(double share, double comment, double like, double view) {

    public static final EngagementWeights DEFAULT = new EngagementWeights(1, 0.5, 0.2, 0.001);

    /** One counter out of four; an unknown one adds nothing. */
    public double of(EngagementCounts counts) {
        return share * orZero(counts.shares())
                + comment * orZero(counts.comments())
                + like * orZero(counts.likes())
                + view * orZero(counts.views());
    }

    private static long orZero(@Nullable Long n) {
        return n == null ? 0 : Math.max(0, n);
    }
}
