package vigie.analysis.stream;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vigie.analysis.reach.ReachFormula;
import vigie.analysis.virality.EngagementWeights;
import vigie.analysis.virality.Growth;
import vigie.analysis.virality.ViralitySettings;

/**
 * How the topology runs and which constants it uses.
 *
 * @param group of its consumers; also the first part of the names of its internal topics, so it is never changed on a running system
 * @param threads at most the partitions of {@code mentions} are of use
 * @param commitInterval how long an analysed mention waits at most for its transaction to end
 * @param pace how long counters and virality of a post are kept after the last arrival
 * @param virality constants of the score; absent ones keep their measured defaults
 * @param reachRates by platform, instead of one to ten in a hundred followers
 */
@ConfigurationProperties("vigie.analysis")
record StreamSettings(
        @DefaultValue("vigie-analysis") String group,
        @DefaultValue("1") int threads,
        @DefaultValue("50ms") Duration commitInterval,
        @DefaultValue("7d") Duration pace,
        @DefaultValue ViralityConstants virality,
        @DefaultValue Map<String, ReachFormula.Rate> reachRates) {

    /**
     * @param weights of a share, a comment, a like and a view
     * @param growth κ and γ by platform, added to the built-in ones
     */
    record ViralityConstants(
            @Nullable EngagementWeights weights,
            @DefaultValue Map<String, Growth> growth,
            @DefaultValue("100") double coldVelocity,
            @DefaultValue("200") int warmAfter) {

        ViralitySettings settings() {
            var defaults = ViralitySettings.DEFAULT;
            var all = new java.util.HashMap<>(defaults.growth());
            all.putAll(growth);
            return new ViralitySettings(
                    weights == null ? defaults.weights() : weights, all, defaults.otherwise(), coldVelocity, warmAfter);
        }
    }

    ReachFormula reach() {
        return new ReachFormula(reachRates, ReachFormula.DEFAULT.otherwise());
    }
}
