package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to listen to.
 *
 * @param timeZone IANA zone of the brand's hours and days; UTC when absent
 * @param hashtags tracked hashtags, without {@code #}
 * @param competitors ids of other brands
 * @param excludedSites hosts whose posts never become mentions of this brand
 * @param excludedAuthors {@code platform:authorId}, likewise
 * @param ownAuthors {@code platform:authorId} of the brand's own accounts; their posts are told apart, not left out
 * @param since when it was created, set by the API; a brand deleted and created again is another one
 */
public record Brand(
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
        @Nullable Instant since) {
    public Brand {
        queries = queries == null ? List.of() : List.copyOf(queries);
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
        competitors = competitors == null ? List.of() : List.copyOf(competitors);
        excludedSites = excludedSites == null ? List.of() : List.copyOf(excludedSites);
        excludedAuthors = excludedAuthors == null ? List.of() : List.copyOf(excludedAuthors);
        ownAuthors = ownAuthors == null ? List.of() : List.copyOf(ownAuthors);
    }

    /** A brand of which no account of its own is known. */
    public Brand(
            String id,
            String name,
            @Nullable String language,
            @Nullable String timeZone,
            List<TrackedQuery> queries,
            List<String> hashtags,
            List<String> competitors,
            List<String> excludedSites,
            List<String> excludedAuthors,
            @Nullable Instant since) {
        this(
                id,
                name,
                language,
                timeZone,
                queries,
                hashtags,
                competitors,
                excludedSites,
                excludedAuthors,
                List.of(),
                since);
    }
}
