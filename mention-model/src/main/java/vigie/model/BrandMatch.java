package vigie.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A brand a post concerns, and by which of its queries; {@code since} is {@link Brand#since}. */
public record BrandMatch(String brand, @Nullable Instant since, List<QueryMatch> queries) {
    public BrandMatch {
        queries = List.copyOf(queries);
    }
}
