package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.Brand;
import vigie.model.TrackedQuery;

class QueryLimitTest {

    @Test
    void whatLooksLikeAFieldInQuotesIsNoLimit() {
        assertThat(limits("acme AND \"lang:fr is a field\"")).isEmpty();
    }

    @Test
    void valuesOfOneFieldAreOneLimitHoweverTheyAreWritten() {
        var english = new QueryLimit("lang", List.of("en", "fr"), false);
        assertThat(limits("acme AND lang:(fr OR en)")).containsExactly(english);
        assertThat(limits("acme AND (language:en OR lang:fr)")).containsExactly(english);
    }

    @Test
    void whatIsKeptOutIsToldApart() {
        assertThat(limits("acme -site:example.org NOT (country:fr OR platform:forum)"))
                .containsExactly(
                        new QueryLimit("site", List.of("example.org"), true),
                        new QueryLimit("country", List.of("fr"), true),
                        new QueryLimit("platform", List.of("forum"), true));
    }

    @Test
    void aRangeIsALimit() {
        assertThat(limits("acme AND followers:>=1000"))
                .containsExactly(new QueryLimit("followers", List.of(">=1000"), false));
    }

    private static List<QueryLimit> limits(String query) {
        return QueryLimit.of(new Brand(
                "acme",
                "Acme",
                null,
                null,
                List.of(new TrackedQuery("q", "Q", query)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH));
    }
}
