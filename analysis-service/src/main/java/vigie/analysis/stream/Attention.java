package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.analysis.virality.Course;
import vigie.analysis.virality.EngagementWeights;
import vigie.analysis.virality.Growth;
import vigie.analysis.virality.Look;
import vigie.analysis.virality.Spread;
import vigie.model.EngagementCounts;
import vigie.model.Virality;

/**
 * What is known of a post's counters, and what of it the world was told.
 *
 * @param spread absent until the post itself is known
 * @param counts the newest counters
 * @param byPostAlone no sighting but those inside the post's own versions has arrived
 * @param early sightings that came before the post, oldest first
 * @param shown what the last revision said
 * @param looks those before the newest that are kept to draw the post's course
 */
record Attention(
        @Nullable Spread spread,
        EngagementCounts counts,
        boolean byPostAlone,
        List<Sighting> early,
        @Nullable Shown shown,
        List<Look> looks) {

    static final Attention NONE = new Attention(null, EngagementCounts.UNKNOWN, true, List.of(), null, List.of());

    private static final int MOST_EARLY = 16;
    private static final Duration RARELY = Duration.ofMinutes(1);
    private static final double SCORE_STEP = 5;
    private static final double COUNT_STEP = 0.1;

    Attention {
        early = List.copyOf(early);
        looks = looks == null ? List.of() : List.copyOf(looks);
    }

    /** @param at event time of the virality shown */
    record Shown(Instant at, double score, long interactions) {}

    boolean isEmpty() {
        return spread == null && early.isEmpty();
    }

    /** A sighting of a post that nothing is known of yet: kept until it comes, the newest few of them. */
    Attention before(Sighting sighting) {
        var kept = new ArrayList<>(early);
        kept.add(sighting);
        kept.sort((a, b) -> a.at().compareTo(b.at()));
        return new Attention(
                null,
                counts,
                byPostAlone,
                kept.subList(Math.max(0, kept.size() - MOST_EARLY), kept.size()),
                shown,
                looks);
    }

    /** The post is known: what was seen of it earlier counts from its publication on. */
    Attention beginning(Instant t0, EngagementWeights weights) {
        if (spread != null) {
            return this;
        }
        var begun = new Attention(Spread.startingAt(t0), counts, byPostAlone, List.of(), shown, List.of());
        for (var sighting : early) {
            begun = begun.seen(sighting, weights);
        }
        return begun;
    }

    /** The counters inside a version of the post, as they stood when it was taken in. */
    Attention inPost(Sighting sighting, EngagementWeights weights) {
        return sighting.counts().equals(EngagementCounts.UNKNOWN) ? this : observe(sighting, weights, byPostAlone);
    }

    /**
     * A look at the counters. One older than the newest says nothing new, unless all that was known came with the post: then the
     * history of a post taken in late has begun to arrive, and replaces it.
     */
    Attention seen(Sighting sighting, EngagementWeights weights) {
        if (spread != null && byPostAlone && sighting.at().isBefore(spread.t())) {
            var restart = new Attention(
                    Spread.startingAt(spread.t0()), EngagementCounts.UNKNOWN, false, List.of(), shown, List.of());
            return restart.observe(sighting, weights, false);
        }
        return observe(sighting, weights, false);
    }

    private Attention observe(Sighting sighting, EngagementWeights weights, boolean alone) {
        if (spread == null || sighting.at().isBefore(spread.t()) && spread.t().isAfter(spread.t0())) {
            return this;
        }
        var merged = sighting.over(counts).counts();
        var next = spread.observe(sighting.at(), weights.of(merged));
        return new Attention(next, merged, alone, early, shown, Course.and(looks, spread, next));
    }

    Attention polledEvery(Duration interval, Growth growth) {
        return spread == null
                ? this
                : new Attention(spread.polledEvery(interval, growth), counts, byPostAlone, early, shown, looks);
    }

    Virality read(Instant now, double halfVelocity, Growth growth) {
        return spread == null
                ? Virality.NONE
                : spread.read(now, halfVelocity, growth).with(Course.drawn(looks, spread));
    }

    Attention showing(Instant now, Virality virality) {
        return new Attention(
                spread, counts, byPostAlone, early, new Shown(now, virality.score(), counts.interactions()), looks);
    }

    /** Nothing of it is shown any more. */
    Attention hidden() {
        return new Attention(spread, counts, byPostAlone, early, null, looks);
    }

    /** The counters stay, the pace and the course are forgotten. */
    Attention ended() {
        return new Attention(null, counts, byPostAlone, List.of(), shown, List.of());
    }

    /**
     * Whether a reader would want to know: the score moved by 5 or more, or likes, shares and comments together by a tenth; at most
     * once a minute of event time.
     */
    boolean moved(Instant now, Virality virality) {
        if (shown == null) {
            return true;
        }
        if (Duration.between(shown.at(), now).abs().compareTo(RARELY) < 0) {
            return false;
        }
        var counted = Math.abs(counts.interactions() - shown.interactions());
        return Math.abs(virality.score() - shown.score()) >= SCORE_STEP
                || counted > 0 && counted >= COUNT_STEP * shown.interactions();
    }
}
