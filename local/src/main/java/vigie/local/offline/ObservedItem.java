package vigie.local.offline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigie.analysis.virality.Quantile;
import vigie.analysis.virality.Spread;
import vigie.analysis.virality.ViralitySettings;

/**
 * A recorded counter of one post.
 *
 * @param t0 publication, seconds since the epoch
 * @param obs pairs of time (seconds since the epoch) and counter, in the order of time
 */
record ObservedItem(String id, String source, double t0, List<List<BigDecimal>> obs) {

    record Reading(String id, BigDecimal t, double score, double velocity, double momentum, double further) {}

    ObservedItem {
        obs = obs == null ? List.of() : List.copyOf(obs);
    }

    /** What would have been shown after each observation; C50 cold, the poll interval the running median of the item's own. */
    List<Reading> readings() {
        var settings = ViralitySettings.DEFAULT;
        var growth = settings.growthOn(source == null ? "" : source);
        var spread = Spread.startingAt(instant(t0));
        var interval = Quantile.of(0.5);
        var before = t0;
        var readings = new ArrayList<Reading>();
        for (var pair : obs) {
            double t = pair.get(0).doubleValue();
            if (t > before) {
                interval = interval.plus(t - before);
            }
            before = t;
            var poll = Duration.ofMillis(Math.round(interval.value(0) * 1e3));
            spread = spread.polledEvery(poll).observe(instant(t), pair.get(1).doubleValue());
            var v = spread.read(instant(t), settings.coldVelocity(), growth);
            readings.add(new Reading(id, pair.get(0), v.score(), v.velocity(), v.momentum(), v.further()));
        }
        return readings;
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1e3));
    }
}
