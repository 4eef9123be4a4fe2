package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AlertRule;

/** Lets detectors walk over the counts: closed buckets as time goes by, the open one at every mention, corrected ones again. */
final class Judge {

    /** A bucket is closed this long after its end; live mentions arrive within it. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** Further behind than this (in buckets) there is no use in peeking: a back-log is being read. */
    private static final int LIVE_WITHIN = 24;

    private final BucketCounts counts;
    private final BucketVoices voices;
    private final Watches watches;
    private final Corrections corrections;
    private final Watchlist watchlist;
    private final Outages outages;
    private final Ledger ledger;

    Judge(
            BucketCounts counts,
            BucketVoices voices,
            Watches watches,
            Corrections corrections,
            Watchlist watchlist,
            Outages outages,
            Ledger ledger) {
        this.counts = counts;
        this.voices = voices;
        this.watches = watches;
        this.corrections = corrections;
        this.watchlist = watchlist;
        this.outages = outages;
        this.ledger = ledger;
    }

    /** The first bucket not closed yet. */
    static long frontier(long now) {
        return FiveMinutes.of(Instant.ofEpochMilli(now).minus(GRACE));
    }

    /** Judges the open buckets; nothing is learnt. */
    void peek(Series series, Instant since, Cause cause) {
        var watch = watches.get(series);
        var rules = watchlist.rules(series);
        var open = FiveMinutes.of(cause.now());
        if (watch == null || rules.isEmpty() || open - watch.next() > LIVE_WITHIN) {
            return;
        }
        var from = watch.next();
        var pass = new Pass(watch, rules, unknown(series), false);
        try (var cells = counts.range(series, from, open + 2)) {
            while (cells.hasNext()) {
                var cell = cells.next();
                go(pass, Keys.bucketOf(cell.key), null);
                pass.step(cell.value.count());
            }
        }
        var walk = new Ledger.Walk(series, since, from, pass.watch().next(), false);
        for (var rule : rules) {
            ledger.reconcile(walk, rule, pass.episodes(rule), cause);
        }
    }

    /** Series whose open buckets hold more than was said of them since this was last called. */
    Set<Series> unsaid() {
        return ledger.unsaid();
    }

    /** Goes on to the frontier with what was closed meanwhile. */
    void close(Series series, Instant since, long frontier, Cause cause) {
        var watch = watches.get(series);
        if (watch == null || watch.next() >= frontier) {
            return;
        }
        if (!watch.zone().equals(watchlist.zone(series.brand()))) {
            // its hours are others now: all of them are learnt again
            var first = counts.startOfRun(series, watch.lastCounted(), Watch.LONGEST_GAP);
            corrections.add(series, first, cause.now().toEpochMilli());
        }
        var from = watch.next();
        endSilenced(series, since, watch, cause);
        var pass = new Pass(watch, watchlist.rules(series), unknown(series), true);
        walk(series, pass, frontier, Long.MAX_VALUE);
        keep(series, pass.watch(), frontier);
        say(series, since, pass, from, frontier, cause);
    }

    /** Walks again over everything from the earliest corrected bucket on. */
    void again(Series series, Instant since, Correction correction, long frontier, Cause cause) {
        var current = watches.get(series);
        var zone = watchlist.zone(series.brand());
        var start = watches.before(series, correction.earliest());
        Watch base = null;
        if (start == null || !start.zone().equals(zone)) {
            var first = counts.startOfRun(series, correction.earliest(), Watch.LONGEST_GAP);
            start = Watch.from(first, zone);
            base = watches.baseAfter(series, first);
        }
        var from = start.next();
        var to = current == null ? frontier : Math.max(frontier, current.next());
        if (base != null) {
            to = Math.min(to, base.next());
        }
        if (from >= to) {
            return;
        }
        watches.forgetBetween(series, from, Math.min(to, correction.latest() + Watch.LONGEST_GAP));
        var pass = new Pass(start, watchlist.rules(series), unknown(series), true);
        var end = walk(series, pass, to, correction.latest());
        if (end == to && base == null) {
            replace(series, pass.watch(), current, correction, to);
        }
        say(series, since, pass, from, end, cause);
    }

    /** Stops counting what no rule asks for any more. */
    void drop(Series series, Instant since, Cause cause) {
        var watch = watches.get(series);
        if (watch != null) {
            for (var rule : watch.machines().keySet()) {
                ledger.end(series, since, rule, watch.next(), cause);
            }
        }
        watches.remove(series);
        forgetAll(series);
    }

    private LongPredicate unknown(Series series) {
        return bucket -> outages.isUnknown(series, bucket);
    }

    private void forgetAll(Series series) {
        watches.forgetBetween(series, -1, Integer.MAX_VALUE);
        forget(series, Integer.MAX_VALUE);
    }

    /** Forgets buckets whose last change was before {@code horizon} (ms); the snapshot after them becomes the beginning. */
    void trim(Series series, long horizon) {
        var kept = counts.firstChangedAfter(series, horizon);
        if (kept.isPresent()) {
            forget(series, watches.rebase(series, kept.getAsLong()));
        } else if (watches.get(series) == null) {
            forgetAll(series);
        }
    }

    private void forget(Series series, long before) {
        counts.forgetBefore(series, before);
        voices.forgetBefore(series, before);
        outages.usual().forgetBefore(series, before);
    }

    private void replace(Series series, Watch walked, @Nullable Watch current, Correction correction, long to) {
        if (walked.next() == to) {
            watches.put(series, walked);
        } else if (current != null && current.lastCounted() <= correction.latest()) {
            watches.remove(series);
        }
    }

    private void keep(Series series, Watch watch, long frontier) {
        if (watch.next() == frontier && !watch.asleep()) {
            watches.put(series, watch);
        } else {
            watches.remove(series);
        }
    }

    /**
     * Steps up to {@code to}, daily snapshots included.
     *
     * @param corrected when a gap begins after this bucket, what follows is not concerned
     * @return where it stopped
     */
    private long walk(Series series, Pass pass, long to, long corrected) {
        try (var cells = counts.range(series, pass.watch().next(), to)) {
            while (cells.hasNext()) {
                var cell = cells.next();
                var bucket = Keys.bucketOf(cell.key);
                go(pass, bucket, series);
                if (pass.restartedAt() == bucket && bucket > corrected) {
                    return bucket;
                }
                step(series, pass, cell.value.count());
            }
        }
        while (pass.watch().next() < to && !pass.watch().asleep()) {
            step(series, pass, 0);
        }
        return to;
    }

    /** Steps over empty buckets; after a long gap, with a new detector. */
    private void go(Pass pass, long bucket, @Nullable Series kept) {
        while (pass.watch().next() < bucket && !pass.watch().asleep()) {
            if (kept != null) {
                step(kept, pass, 0);
            } else {
                pass.step(0);
            }
        }
        if (pass.watch().next() < bucket || pass.watch().asleep()) {
            pass.restart(bucket);
        }
    }

    private void step(Series series, Pass pass, long count) {
        watches.snapshot(series, pass.watch());
        pass.step(count);
    }

    private void say(Series series, Instant since, Pass pass, long from, long to, Cause cause) {
        var walk = new Ledger.Walk(series, since, from, to, true);
        for (var rule : watchlist.rules(series)) {
            ledger.reconcile(walk, rule, pass.episodes(rule), cause);
        }
    }

    private void endSilenced(Series series, Instant since, Watch watch, Cause cause) {
        var active = watchlist.rules(series).stream().map(AlertRule::id).toList();
        for (var rule : List.copyOf(watch.machines().keySet())) {
            if (!active.contains(rule)) {
                ledger.end(series, since, rule, watch.next(), cause);
                watch.machines().remove(rule);
            }
        }
    }
}
