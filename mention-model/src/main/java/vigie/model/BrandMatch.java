package vigie.model;

import java.util.List;

/** A brand a post concerns, and by which of its queries. */
public record BrandMatch(String brand, List<QueryMatch> queries) {
    public BrandMatch {
        queries = List.copyOf(queries);
    }
}
