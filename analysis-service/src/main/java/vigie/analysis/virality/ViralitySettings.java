package vigie.analysis.virality;

import java.util.Map;

/**
 * The constants of the score, fitted on real cascades; they are settings because platforms differ and change.
 *
 * @param growth by platform; {@code otherwise} for all others
 * @param coldVelocity stands in for a platform's 95th percentile of velocity (weighted engagements per hour) until enough was seen
 * @param warmAfter observations on a platform before its own percentile replaces {@code coldVelocity}
 */
public record ViralitySettings(
        EngagementWeights weights, Map<String, Growth> growth, Growth otherwise, double coldVelocity, int warmAfter) {

    public static final ViralitySettings DEFAULT = new ViralitySettings(
            EngagementWeights.DEFAULT,
            Map.of("x", new Growth(1, 0.6), "weibo", new Growth(2.2, 0.6), "hackernews", new Growth(4, 0, 0.25)),
            new Growth(1.5, 0.6),
            100,
            200);

    public ViralitySettings {
        growth = Map.copyOf(growth);
        if (coldVelocity <= 0) {
            throw new IllegalArgumentException("the cold velocity must be positive");
        }
    }

    public Growth growthOn(String platform) {
        return growth.getOrDefault(platform, otherwise);
    }
}
