package vigie.alert.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vigie.alert.plain.Kind;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AlertRule;

/**
 * Which incident speaks for another: while a brand's crisis is being told, its hashtag, its story or its platform need not be told one
 * by one.
 */
record Parents(Incidents incidents, Watchlist watchlist) {

    /**
     * The told incident of the whole brand, at least as grave, that was open in that time; null when there is none.
     *
     * @param from first bucket of the part's incident, {@code to} its newest
     */
    @Nullable
    String over(AlertRule part, Instant since, long from, long to, int severity) {
        if (!isPart(part)) {
            return null;
        }
        for (var rule : watchlist.wholes(part.brand())) {
            for (var incident : incidents.around(part.brand(), since, rule.id(), from, to)) {
                var alert = incident.alert();
                if (incident.told()
                        && incident.open()
                        && alert.severity() >= severity
                        && FiveMinutes.of(alert.openedAt()) <= to) {
                    return alert.id();
                }
            }
        }
        return null;
    }

    /** Words of a crisis, new ones and a mention seen by many are signals of their own. */
    private static boolean isPart(AlertRule rule) {
        var own = Kind.of(rule.kind())
                .filter(kind ->
                        kind == Kind.KEYWORD || kind == Kind.REACH || kind == Kind.NEW_TERM || kind == Kind.QUIET)
                .isPresent();
        return !own && !isWhole(rule);
    }

    static boolean isWhole(AlertRule rule) {
        return rule.scope() == null
                && !rule.metric().startsWith(Changes.HASHTAG)
                && !rule.metric().startsWith(Changes.STORY);
    }
}
