package vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    acme bank                        | acme AND bank
                    acme ET bank                     | acme AND bank
                    acme OU bank                     | acme OR bank
                    acme SAUF bank                   | acme AND NOT bank
                    acme -bank                       | acme AND NOT bank
                    acme AND NOT (a OR b)            | acme AND NOT (a OR b)
                    acme NOT (NOT bank)              | acme AND bank
                    (((acme)))                       | acme
                    a (b c)                          | a AND b AND c
                    a NEAR b                         | a NEAR/5 b
                    a NEAR/3f b                      | a ONEAR/3 b
                    a ONEAR/3 b                      | a ONEAR/3 b
                    a PRES/3 b                       | a NEAR/3 b
                    a PRÈS/3 b                       | a NEAR/3 b
                    a SENTENCE b                     | a SENTENCE b
                    a NEAR/2 b NEAR/3 c              | (a NEAR/2 b) NEAR/3 c
                    a NEAR/2 (b OR "c d")            | a NEAR/2 (b OR "c d")
                    acme <<< the bank >>> late       | acme AND late
                    "  acme   bank "                 | "acme bank"
                    "acme bank"~3                    | "acme bank"~3
                    "acme"~3                         | "acme"
                    “acme bank”                      | "acme bank"
                    «acme bank»                      | "acme bank"
                    {BT}                             | {BT}
                    porte-monnaie                    | porte-monnaie
                    acme,                            | acme
                    .@acme:                          | @acme
                    (AND, b)                         | `"AND" AND b`
                    language:fr                      | lang:fr
                    FROM:ana                         | author:ana
                    domainurl:a.example              | site:a.example
                    site:(a.example OR b.example)    | site:a.example OR site:b.example
                    title:(a "b c" NOT d)            | title:a AND title:"b c" AND NOT title:d
                    title:(a NEAR/3 b)               | title:(a NEAR/3 b)
                    author:"Jean  Dupont"            | author:"Jean Dupont"
                    rating:[3 TO 5]                  | rating:[3 TO 5]
                    rating:[* TO 3.50]               | rating:<=3.5
                    rating:4                         | rating:4
                    followers:>1000                  | followers:>1000
                    followers: >= 1000               | followers:>=1000
                    published:[2026-01-01 TO 2026-01-31] | published:[2026-01-01 TO 2026-01-31]
                    published:>2026-01-31            | published:>=2026-02-01
                    published:>=2026-01-31T08:00:00+01:00 | published:>=2026-01-31T07:00:00Z
                    is:reply has:LINK lang:fr a      | is:reply AND has:LINK AND lang:fr AND a
                    #tag @user $cash 😡              | #tag AND @user AND $cash AND 😡
                    10:30                            | 10:30
                    """)
    void everyFormOfTheGrammarHasOneCanonicalSpelling(String source, String normalized) {
        var parsed = QueryParser.parse(source, Scope.TRACKING);
        assertThat(parsed.errors()).isEmpty();
        assertThat(parsed.normalized()).isEqualTo(normalized.replace("`", ""));
        assertThat(QueryParser.parse(normalized.replace("`", ""), Scope.TRACKING)
                        .query())
                .isEqualTo(parsed.query());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a AND b OR c              | 0  | 12 | (a AND b) OR c
                    a b OR c                  | 0  | 8  | (a AND b) OR c
                    a OR b NOT c              | 0  | 12 | (a OR b) AND NOT c
                    x AND (a OR b c)          | 7  | 8  | a OR (b AND c)
                    acme AND                  | 5  | 3  | ``
                    OR acme                   | 0  | 2  | `"OR"`
                    acme NOT NOT bank         | 5  | 7  | NOT
                    "acme bank                | 0  | 10 | `"acme bank"`
                    {BT                       | 0  | 3  | {BT}
                    (acme                     | 0  | 5  | (acme)
                    acme)                     | 4  | 1  | ``
                    acme <<< hm               | 5  | 6  | <<< hm>>>
                    "acme bank"~              | 11 | 1  | ~5
                    "acme bank"~31            | 0  | 14 | `"acme bank"~30`
                    a NEAR/31 b               | 2  | 7  | NEAR/30
                    a NEAR/x b                | 2  | 6  | NEAR/5
                    coca - cola               | 5  | 1  | ``
                    ab*                       | 0  | 3  | ab
                    *bank                     | 0  | 5  | bank
                    東京*                     | 0  | 3  | 東京
                    lanng:fr                  | 0  | 5  | lang
                    https://a.example/x       | 0  | 5  | links:https
                    site:a.example/x          | 5  | 11 | a.example
                    site:*.example            | 5  | 9  | example
                    is:replly                 | 3  | 6  | reply
                    rating:[5 TO 3]           | 7  | 8  | [3 TO 5]
                    rating:[3 to 5]           | 7  | 8  | [3 TO 5]
                    a NEAR/3 (b AND c)        | 9  | 9  | (b OR c)
                    a NEAR/3 NOT b            | 9  | 3  | ``
                    a NEAR/3 A                | 0  | 10 | a
                    """)
    void anErrorSaysWhereAndOffersAMend(String source, int position, int length, String suggestion) {
        var parsed = QueryParser.parse(source, Scope.TRACKING);
        assertThat(parsed.query()).isNull();
        assertThat(parsed.normalized()).isNull();
        assertThat(parsed.errors()).isNotEmpty();
        var error = parsed.errors().get(0);
        assertThat(List.of(error.position(), error.length())).containsExactly(position, length);
        assertThat(error.suggestion()).isEqualTo(suggestion.replace("`", ""));
    }

    /** What a person gets who clicks on every proposal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    acme AND (late OR (strike     | acme AND (late OR strike)
                    ((((a))                       | a
                    a OR (b AND)                  | a OR b
                    a OR OR b                     | a OR b
                    a AND OR b                    | a AND b
                    a NEAR                        | a
                    (a ONEAR/3) b                 | a AND b
                    a SENTENCE                    | a
                    a NEAR/3 (b AND c)            | a NEAR/3 (b OR c)
                    a NEAR lang:fr                | a AND lang:fr
                    rating:>3 NEAR a              | rating:>3 AND a
                    title:a NEAR b                | title:(a NEAR/5 b)
                    title:"a c" NEAR/2 (b OR d)   | title:("a c" NEAR/2 (b OR d))
                    a OR NOT b                    | a AND NOT b
                    (a OR b) OR -c                | (a OR b) AND NOT c
                    a ()                          | a
                    `"" a`                        | a
                    a !!!                         | a
                    a lang:                       | a
                    a )                           | a
                    a sentiment:negative          | a
                    a reach:>1000                 | a
                    a foo:bar                     | a AND "foo:bar"
                    a rating:[1 TO                | a AND rating:>=1
                    rating:[1 TO 3 a              | rating:[1 TO 3] AND a
                    a rating:[                    | a AND rating:[* TO *]
                    rating:[1-3]                  | rating:[1 TO 3]
                    rating:[1,3]                  | rating:[1 TO 3]
                    rating:[3]                    | rating:3
                    rating:1..3                   | rating:[1 TO 3]
                    rating:4,5                    | rating:4.5
                    followers:1,000               | followers:1000
                    followers:>10k                | followers:>10000
                    followers:[1k TO 2.5M]        | followers:[1000 TO 2500000]
                    followers:1e3                 | followers:1000
                    published:2026/1/5            | published:2026-01-05
                    published:31.12.2025          | published:2025-12-31
                    published:>12/31/2025         | published:>=2026-01-01
                    published:2026-02             | published:[2026-02-01 TO 2026-02-28]
                    published:2025                | published:[2025-01-01 TO 2025-12-31]
                    published:[2026-01-01 - 2026-01-31] | published:[2026-01-01 TO 2026-01-31]
                    """)
    void whatIsOfferedMendsTheQuery(String source, String mended) {
        var query = source;
        for (int i = 0; i < 4 && !valid(query); i++) {
            var error = QueryParser.parse(query, Scope.TRACKING).errors().get(0);
            assertThat(error.suggestion()).as(query).isNotNull();
            query = query.substring(0, error.position())
                    + error.suggestion()
                    + query.substring(error.position() + error.length());
        }
        assertThat(QueryParser.parse(query, Scope.TRACKING).normalized()).isEqualTo(mended);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "()",
                "\"\"",
                "{}",
                "!!!",
                "title:",
                "title:()",
                "NOT acme",
                "-acme",
                "acme OR NOT bank",
                "NOT a NOT b",
                "rating:many",
                "published:yesterday",
                "lang:[a TO b]",
                "author:>5",
                "rating:[1 2]",
                "a NEAR/3 lang:fr",
                "a NEAR/3 title:b",
                "foo:bar",
                "NEAR",
                "a NEAR/3",
                "NEAR/3 b",
                "}",
                "]:",
                "(a OR b) NEAR/2 (b OR a)",
                "\"a a\"~2"
            })
    void whatMeansNothingIsRefusedInBothLanguages(String source) {
        var parsed = QueryParser.parse(source, Scope.TRACKING);
        assertThat(parsed.query()).isNull();
        assertThat(parsed.errors()).isNotEmpty().allSatisfy(e -> {
            assertThat(e.message("en")).isNotBlank();
            assertThat(e.message("fr")).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sentiment:negative",
                "reach:>1000",
                "virality:[1 TO 2]",
                "story:s1",
                "label:risk",
                "likes:5",
                "views:5",
                "engagement:>1"
            })
    void aFieldKnownLaterServesSearchesButNotTracking(String clause) {
        assertThat(QueryParser.parse("acme " + clause, Scope.SEARCH).valid()).isTrue();
        var errors = QueryParser.parse("acme " + clause, Scope.TRACKING).errors();
        assertThat(errors).singleElement().satisfies(e -> {
            assertThat(e.position()).isEqualTo(5);
            assertThat(e.message("en")).contains("dashboards");
        });
    }

    @Test
    void signsOfProgrammersAreAnsweredWithTheOperator() {
        assertThat(QueryParser.parse("acme || bank", Scope.TRACKING)
                        .errors()
                        .get(0)
                        .suggestion())
                .isEqualTo("OR");
        assertThat(QueryParser.parse("acme && bank", Scope.TRACKING)
                        .errors()
                        .get(0)
                        .suggestion())
                .isEqualTo("AND");
    }

    @Test
    void sizesAreCapped() {
        assertThat(valid("acme ".repeat(500))).isTrue();
        assertThat(valid("acme ".repeat(501))).isFalse();
        assertThat(valid(IntStream.range(0, 50).mapToObj(i -> "word" + i + "*").collect(Collectors.joining(" "))))
                .isTrue();
        assertThat(valid(IntStream.range(0, 51).mapToObj(i -> "word" + i + "*").collect(Collectors.joining(" "))))
                .isFalse();
        assertThat(valid("x".repeat(4_096))).isTrue();
        var tooLong = QueryParser.parse("x".repeat(4_097), Scope.TRACKING).errors();
        assertThat(tooLong).singleElement().extracting(Finding::position).isEqualTo(4_096);
    }

    @Test
    void hostileDepthIsRefusedWithoutOverflow() {
        assertThat(valid("(".repeat(10_000) + "a" + ")".repeat(10_000))).isFalse();
        assertThat(valid("(".repeat(2_000) + "a" + ")".repeat(2_000))).isFalse();
        assertThat(valid("(".repeat(4_000))).isFalse();
        assertThat(valid("NOT ".repeat(1_000) + "a")).isFalse();
        assertThat(valid("a NEAR b ".repeat(400))).isFalse();
        assertThat(valid("a AND (b OR (".repeat(30) + "c" + "))".repeat(30))).isFalse();
        assertThat(valid("title:".repeat(600) + "a")).isFalse();
        assertThat(valid("(((a OR b) AND c) OR d) NOT e")).isTrue();
    }

    @Test
    void manyErrorsGiveABoundedAnswer() {
        assertThat(QueryParser.parse("foo:a ".repeat(600), Scope.TRACKING).errors())
                .hasSizeLessThanOrEqualTo(Findings.MAX);
    }

    @Test
    void nearIsMultipliedOutOnlyAsFarAsNeeded() {
        var near = (Query.Near) Posts.query("(a OR b OR \"c d\") ONEAR/2 e");
        assertThat(near.alternatives()).hasSize(2);
        assertThat(valid(phrases(20) + " NEAR/2 " + phrases(20).replace('a', 'z')))
                .isFalse();
    }

    private static String phrases(int n) {
        return IntStream.range(0, n).mapToObj(i -> "\"a" + i + " b\"").collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static boolean valid(String source) {
        return QueryParser.parse(source, Scope.TRACKING).valid();
    }
}
