package vigie.alert.dashboard;

import java.time.Instant;
import java.util.List;
import vigie.alert.history.Versions;
import vigie.model.TrackedQuery;

/**
 * A version of a brand's queries as people see it.
 *
 * @param current whether it holds now
 */
record VersionView(
        int version,
        Instant at,
        String by,
        boolean current,
        List<TrackedQuery> queries,
        List<String> excludedSites,
        List<String> excludedAuthors) {

    /** @param known newest first */
    static List<VersionView> of(List<Versions.Numbered> known) {
        var newest = known.get(0).number();
        return known.stream()
                .map(v -> new VersionView(
                        v.number(),
                        v.version().at(),
                        v.version().by(),
                        v.number() == newest,
                        v.version().queries(),
                        v.version().excludedSites(),
                        v.version().excludedAuthors()))
                .toList();
    }
}
