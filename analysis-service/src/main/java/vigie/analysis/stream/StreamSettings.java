package vigie.analysis.stream;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vigie.analysis.reach.ReachFormula;
import vigie.analysis.story.Shelves;
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
 * @param stories how many are remembered and how long
 * @param brands what is learnt of each from its mentions and from corrections
 * @param reachRates by platform, instead of one to ten in a hundred followers
 */
@ConfigurationProperties("vigie.analysis")
record StreamSettings(
        @DefaultValue("vigie-analysis") String group,
        @DefaultValue("1") int threads,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("7d") Duration pace,
        @DefaultValue ViralityConstants virality,
        @DefaultValue StoryMemory stories,
        @DefaultValue BrandLearning brands,
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

    /**
     * @param perBrand most stories of a brand; the one told longest ago leaves first
     * @param perPartition most of all brands of a partition; some 1 kB of heap each, 2 kB where they are articles
     * @param kept after the last telling arrived; also the longest time between two tellings
     */
    record StoryMemory(
            @DefaultValue("20000") int perBrand,
            @DefaultValue("25000") int perPartition,
            @DefaultValue("14d") Duration kept) {

        Shelves.Limits limits() {
            return new Shelves.Limits(perBrand, perPartition, kept);
        }
    }

    /**
     * @param enabled whether what was learnt is used, where nobody decided otherwise for the brand
     * @param strength of the learnt shares, where nobody decided otherwise: 0 ignores them, 1 believes them fully
     * @param halfLife event time after which a mention weighs half
     * @param pause how long shares must stay as they are before stored mentions are read again
     * @param perSecond mentions read again at most on each partition, fewer while others arrive
     */
    record BrandLearning(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("0.75") double strength,
            @DefaultValue("30d") Duration halfLife,
            @DefaultValue("5s") Duration pause,
            @DefaultValue("150") int perSecond) {

        TuningSettings settings() {
            return new TuningSettings(enabled, strength, halfLife, pause, perSecond);
        }
    }

    ReachFormula reach() {
        return new ReachFormula(reachRates, ReachFormula.DEFAULT.otherwise());
    }
}
