package vigie.local.offline;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        var growth = settings.growthOn(source == null ? "" : source.toLowerCase(Locale.ROOT));
        var spread = Spread.startingAt(instant(t0));
        var interval = Quantile.of(0.5);
        var before = t0;
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < obs.size(); i++) {
            double t = at(i);
            if (t > before) {
                interval = interval.plus(t - before);
            }
            before = t;
            var poll = Duration.ofMillis(Math.round(interval.value(0) * 1e3));
            spread = spread.polledEvery(poll, growth).observe(instant(t), counter(i));
            var v = spread.read(instant(t), settings.coldVelocity(), growth);
            readings.add(new Reading(id, obs.get(i).get(0), v.score(), v.velocity(), v.momentum(), v.further()));
        }
        return readings;
    }

    double at(int i) {
        return obs.get(i).get(0).doubleValue();
    }

    double counter(int i) {
        return obs.get(i).get(1).doubleValue();
    }

    /** Between two observations the counter is taken to grow evenly; the time lies within them. */
    double counterAt(double t) {
        int after = 0;
        while (after < obs.size() - 1 && at(after) < t) {
            after++;
        }
        if (after == 0 || at(after) == t) {
            return counter(after);
        }
        double part = (t - at(after - 1)) / (at(after) - at(after - 1));
        return counter(after - 1) + part * (counter(after) - counter(after - 1));
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1e3));
    }
}
