package vigie.alert.dashboard;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Brand;
import vigie.model.TrackedQuery;

/**
 * A brand as people see it.
 *
 * @param pending true while a live matcher has not applied it yet
 */
record BrandView(
        String id,
        String name,
        @Nullable String language,
        @Nullable String timeZone,
        List<TrackedQuery> queries,
        List<String> hashtags,
        List<String> competitors,
        List<String> excludedSites,
        List<String> excludedAuthors,
        List<String> ownAuthors,
        @Nullable Instant since,
        @Nullable Boolean pending) {

    static BrandView of(Brand b) {
        return of(b, null);
    }

    static BrandView pending(Brand b) {
        return of(b, true);
    }

    private static BrandView of(Brand b, @Nullable Boolean pending) {
        return new BrandView(
                b.id(),
                b.name(),
                b.language(),
                b.timeZone(),
                b.queries(),
                b.hashtags(),
                b.competitors(),
                b.excludedSites(),
                b.excludedAuthors(),
                b.ownAuthors(),
                b.since(),
                pending);
    }
}
