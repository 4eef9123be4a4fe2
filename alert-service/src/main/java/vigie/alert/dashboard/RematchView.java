package vigie.alert.dashboard;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vigie.alert.history.Rematches;

/** How far a re-match is, as people see it. */
record RematchView(
        String state,
        @Nullable String id,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant at,
        @Nullable String by,
        long total,
        long looked,
        long added,
        long removed,
        long changed,
        long leftAlone) {

    /** Nobody asked for one yet. */
    static final RematchView NONE = new RematchView("none", null, null, null, null, null, null, 0, 0, 0, 0, 0, 0);

    static RematchView of(Rematches.Progress p) {
        var r = p.request();
        var s = p.status();
        return new RematchView(
                s.state().name().toLowerCase(Locale.ROOT),
                r.id(),
                s.reason(),
                r.from(),
                r.to(),
                r.at(),
                r.by(),
                s.total(),
                s.looked(),
                s.added(),
                s.removed(),
                s.changed(),
                s.leftAlone());
    }
}
