package vigie.alert.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import vigie.alert.spike.FiveMinutes;

/** What time alone brings about: buckets close, corrections are walked again, brands and old buckets are forgotten. */
final class Clockwork {

    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600_000;

    /** Nothing is closed for so long (ms) after a start or a back-log: what belongs into the buckets may be on its way. */
    private static final long SETTLING = 5_000;

    /** A tick does so much and no more, so that mentions are not kept waiting. */
    private static final int CLOSED_A_TICK = 50;

    private static final int WALKED_A_TICK = 4;

    private final Queue<Series> toClose = new ArrayDeque<>();
    private final Queue<Series> toTrim = new ArrayDeque<>();
    private final List<Series> walkedAgain = new ArrayList<>();
    private long closedUpTo = Long.MIN_VALUE;
    private long settledAt;
    private long lastSecond;
    private long lastHour;

    Clockwork(AlertState state, long now) {
        settledAt = now + SETTLING;
        lastHour = now;
        toTrim.addAll(state.watches().all());
    }

    /** A record was read that had waited long. */
    void backlogAt(long now) {
        settledAt = now + SETTLING;
    }

    /** Series walked again since the last call; their open buckets are to be looked at. */
    List<Series> walkedAgain() {
        var walked = List.copyOf(walkedAgain);
        walkedAgain.clear();
        return walked;
    }

    /** Does what is due; says whether anything was looked at. */
    boolean tick(AlertState state, long now) {
        if (now - lastSecond < SECOND) {
            return false;
        }
        lastSecond = now;
        state.brands().tidy(now);
        state.outages().note(state.watchlist().hearing(), Instant.ofEpochMilli(now));
        state.lookback().ask(state.brands(), now >= settledAt, now);
        if (now >= settledAt) {
            close(state, now);
            state.terms().fold(state.watchlist().termed(), now);
            state.plain().tick(state.brands(), Cause.tick(now));
        }
        walkAgain(state, now);
        trim(state, now);
        return true;
    }

    private void close(AlertState state, long now) {
        var frontier = Judge.frontier(now);
        if (toClose.isEmpty() && frontier > closedUpTo) {
            toClose.addAll(state.watches().all());
            closedUpTo = frontier;
        }
        for (int i = 0; i < CLOSED_A_TICK && !toClose.isEmpty(); i++) {
            var series = toClose.remove();
            if (!series.always() && !state.watchlist().asks(series.brand(), series.metric())) {
                state.judge().drop(series, state.brands().since(series.brand()), Cause.tick(now));
            } else {
                state.judge().close(series, state.brands().since(series.brand()), frontier, Cause.tick(now));
            }
        }
    }

    private void walkAgain(AlertState state, long now) {
        var due = state.corrections().due(now).entrySet().iterator();
        for (int i = 0; i < WALKED_A_TICK && due.hasNext(); i++) {
            var next = due.next();
            var series = next.getKey();
            state.corrections().done(series);
            state.judge()
                    .again(
                            series,
                            state.brands().since(series.brand()),
                            next.getValue(),
                            Judge.frontier(now),
                            Cause.tick(now));
            walkedAgain.add(series);
        }
    }

    private void trim(AlertState state, long now) {
        if (now - lastHour >= HOUR) {
            lastHour = now;
            toTrim.addAll(state.series());
            var oldest = FiveMinutes.of(Instant.ofEpochMilli(now).minus(Stores.KEPT));
            state.outages().forgetBefore(oldest);
            state.terms().trim(state.watchlist().termed(), now);
            state.brands().names().forEach(brand -> state.sliced().forgetBefore(brand, oldest));
        }
        if (!toTrim.isEmpty()) {
            state.judge().trim(toTrim.remove(), now - Stores.KEPT.toMillis());
        }
    }
}
