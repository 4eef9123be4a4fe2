package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vigie.model.HashtagHit;
import vigie.model.HashtagTrend;
import vigie.trend.Trend;

/**
 * Counts hashtags in 5-minute bins of event time and says how each closed bin stands against the past.
 *
 * <p>A bin closes when a hit arrives two bins later, or, on the wall clock, 15 seconds after its end if hits arrive as they happen. In
 * a back-fill the wall clock says nothing about event time, so it closes bins only once nothing has arrived for two minutes. A hit in
 * a closed bin is late and does not count here: a trend is about now, and the mention itself is counted elsewhere.
 */
final class HashtagLedger {

    private static final long BIN_SECONDS = 300;
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration LIVE = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofMinutes(2);

    /** Longer silences are the same as never heard: thirteen half-lives of the slow mean. */
    private static final long LONGEST_GAP = 40 * 288;

    private static final double WORTH_SAYING = 1;

    private HashtagLedger() {}

    /** What one hit or the clock makes of a hashtag. */
    record Step(HashtagState state, List<HashtagTrend> closed) {}

    static Step hit(@Nullable HashtagState state, HashtagHit hit, Instant arrival) {
        var bin = bin(hit.at());
        if (state == null) {
            var pending = new TreeMap<Long, Long>();
            pending.put(bin, 1L);
            return new Step(new HashtagState(bin, pending, Trend.NEW, hit.brands(), hit.at(), arrival), List.of());
        }
        var pending = new TreeMap<>(state.pending());
        if (bin >= state.next()) {
            pending.merge(bin, 1L, Long::sum);
        }
        var newest = hit.at().isAfter(state.lastAt()) ? hit.at() : state.lastAt();
        var counted = new HashtagState(state.next(), pending, state.trend(), hit.brands(), newest, arrival);
        return close(hit.hashtag(), counted, bin - 1);
    }

    /** Time passed without a hit. */
    static Step passed(String hashtag, HashtagState state, Instant now) {
        var live = Duration.between(state.lastAt(), state.lastArrival()).compareTo(LIVE) < 0;
        var quiet = Duration.between(state.lastArrival(), now).compareTo(QUIET) >= 0;
        return live || quiet ? close(hashtag, state, bin(now.minus(GRACE))) : new Step(state, List.of());
    }

    /** Closes the bins before {@code until}. */
    private static Step close(String hashtag, HashtagState state, long until) {
        if (until <= state.next()) {
            return new Step(state, List.of());
        }
        var pending = new TreeMap<>(state.pending());
        var trend = state.trend();
        var closed = new ArrayList<HashtagTrend>();
        for (long bin = state.next(); bin < until; bin++) {
            if (pending.isEmpty() && until - bin > LONGEST_GAP) {
                trend = Trend.NEW;
                break;
            }
            var waiting = pending.isEmpty() ? bin : pending.firstKey();
            if (waiting - bin > LONGEST_GAP) {
                trend = Trend.NEW;
                bin = waiting;
            }
            var hits = pending.getOrDefault(bin, 0L);
            pending.remove(bin);
            var step = trend.after(hits);
            trend = step.trend();
            if (hits > 0 || step.score() >= WORTH_SAYING) {
                for (var brand : state.brands()) {
                    closed.add(new HashtagTrend(
                            hashtag, brand, Instant.ofEpochSecond(bin * BIN_SECONDS), hits, step.z(), step.score()));
                }
            }
        }
        return new Step(
                new HashtagState(until, pending, trend, state.brands(), state.lastAt(), state.lastArrival()), closed);
    }

    private static long bin(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), BIN_SECONDS);
    }
}
