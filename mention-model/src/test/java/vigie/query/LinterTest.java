package vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    acme and bank            | 5 | 3  | AND
                    acme ou bank             | 5 | 2  | OU
                    acme near/3 bank         | 5 | 6  | NEAR/3
                    “acme bank”              | 0 | 11 | `"acme bank"`
                    "acme OR bank"           | 0 | 14 | `"acme" OR "bank"`
                    "acme ban*"              | 0 | 11 | acme ONEAR/0 ban*
                    orange                   | 0 | 6  | {Orange}
                    acme OR orange           | 8 | 6  | {Orange}
                    orange NOT fruit         | 0 | 6  | {Orange}
                    acme –bank               | 5 | 1  | -
                    """)
    void aDoubtfulSpellingIsPointedOutWithAMend(String source, int position, int length, String suggestion) {
        var warnings = QueryParser.parse(source, Scope.TRACKING).warnings();
        assertThat(warnings).singleElement().satisfies(w -> {
            assertThat(w.position()).isEqualTo(position);
            assertThat(w.length()).isEqualTo(length);
            assertThat(w.suggestion()).isEqualTo(suggestion.replace("`", ""));
            assertThat(w.message("fr")).isNotBlank().isNotEqualTo(w.message("en"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "les", "platform:x", "lang:fr is:reply", "ban*", "acme [1 TO 3]"})
    void aQueryThatMatchesNearlyEverythingOrIsSlowIsPointedOut(String source) {
        assertThat(QueryParser.parse(source, Scope.TRACKING).warnings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "orange AND telecom",
                "{Orange}",
                "title:and acme",
                "\"the bank\"",
                "site:example.org",
                "@acme OR #acme",
                "acme bank*"
            })
    void aSoundQueryIsLeftInPeace(String source) {
        assertThat(QueryParser.parse(source, Scope.TRACKING).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    acme OR bank | LOW
                    ban* OR lat* | MEDIUM
                    (ban* OR lat* OR ref*) NEAR/3 (acm* OR tra* OR ora*) | HIGH
                    """)
    void theCostGrowsWithWildcardsAndCloseness(String source, Cost cost) {
        assertThat(QueryParser.parse(source, Scope.TRACKING).cost()).isEqualTo(cost);
    }
}
