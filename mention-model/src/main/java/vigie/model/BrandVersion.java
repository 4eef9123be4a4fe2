package vigie.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a brand listened to from a moment on: the part of a {@link Brand} that decides about matches.
 *
 * @param since {@link Brand#since}
 * @param at when it was written
 * @param by who wrote it
 */
public record BrandVersion(
        String brand,
        @Nullable Instant since,
        Instant at,
        String by,
        List<TrackedQuery> queries,
        List<String> excludedSites,
        List<String> excludedAuthors) {
    public BrandVersion {
        queries = List.copyOf(queries);
        excludedSites = List.copyOf(excludedSites);
        excludedAuthors = List.copyOf(excludedAuthors);
    }

    public static BrandVersion of(Brand b, Instant at, String by) {
        return new BrandVersion(b.id(), b.since(), at, by, b.queries(), b.excludedSites(), b.excludedAuthors());
    }

    /** Whether both match the same posts by the same queries, of the same brand. */
    public boolean matchesLike(BrandVersion other) {
        return brand.equals(other.brand)
                && Objects.equals(since, other.since)
                && queries.equals(other.queries)
                && excludedSites.equals(other.excludedSites)
                && excludedAuthors.equals(other.excludedAuthors);
    }
}
