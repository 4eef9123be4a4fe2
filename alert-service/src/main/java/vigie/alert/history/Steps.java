package vigie.alert.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.model.RematchStatus;
import vigie.model.RematchStatus.Phase;
import vigie.model.RematchStatus.State;

/** How one status of a re-match follows from another. */
final class Steps {

    private Steps() {}

    /** What one page of posts or mentions comes to. */
    record Tally(long looked, long added, long removed, long changed, long leftAlone) {}

    static RematchStatus ended(RematchStatus s, State state, @Nullable String reason, Instant at) {
        return of(s, state, reason, s.phase(), s.cursor(), s.counted(), s.total(), s.queries(), at);
    }

    static RematchStatus waiting(RematchStatus s, String reason, Instant at) {
        return of(s, s.state(), reason, s.phase(), s.cursor(), s.counted(), s.total(), s.queries(), at);
    }

    static RematchStatus begun(RematchStatus s, long total, String queries, Instant at) {
        return of(s, s.state(), null, Phase.POSTS, null, false, total, queries, at);
    }

    /** The next page is counted; it may be sent from now on, once or, after a crash, again. */
    static RematchStatus counted(RematchStatus s, Tally page, Instant at) {
        return new RematchStatus(
                s.id(),
                s.brand(),
                s.state(),
                null,
                s.phase(),
                s.cursor(),
                true,
                Math.max(s.total(), s.looked() + page.looked()),
                s.looked() + page.looked(),
                s.added() + page.added(),
                s.removed() + page.removed(),
                s.changed() + page.changed(),
                s.leftAlone() + page.leftAlone(),
                s.queries(),
                at);
    }

    /** The page is sent. */
    static RematchStatus sent(RematchStatus s, Phase phase, @Nullable String cursor, Instant at) {
        return of(s, s.state(), null, phase, cursor, false, s.total(), s.queries(), at);
    }

    private static RematchStatus of(
            RematchStatus s,
            State state,
            @Nullable String reason,
            Phase phase,
            @Nullable String cursor,
            boolean counted,
            long total,
            String queries,
            Instant at) {
        return new RematchStatus(
                s.id(),
                s.brand(),
                state,
                reason,
                phase,
                cursor,
                counted,
                total,
                s.looked(),
                s.added(),
                s.removed(),
                s.changed(),
                s.leftAlone(),
                queries,
                at);
    }
}
