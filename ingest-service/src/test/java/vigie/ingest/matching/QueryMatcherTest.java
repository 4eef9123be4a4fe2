package vigie.ingest.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigie.model.Author;
import vigie.model.Brand;
import vigie.model.BrandMatch;
import vigie.model.MatchedSpan;
import vigie.model.Post;
import vigie.model.QueryMatch;
import vigie.model.TrackedQuery;
import vigie.query.Evaluator;
import vigie.query.QueryParser;
import vigie.query.Scope;
import vigie.query.Searchable;

class QueryMatcherTest {

    private static final Instant THEN = Instant.parse("2026-05-02T08:00:00Z");

    private final QueryMatcher matcher = new QueryMatcher();

    @Test
    void aMatchNamesBrandQueriesClauseAndPlace() {
        put(brand("acme", "acme", "\"acme bank\" OR initech"));

        var found = matcher.match(post("I left Acme Bank"));

        assertThat(found.brands())
                .containsExactly(new BrandMatch(
                        "acme",
                        THEN,
                        List.of(
                                new QueryMatch("q0", List.of(new MatchedSpan("text", 7, 11, "acme"))),
                                new QueryMatch("q1", List.of(new MatchedSpan("text", 7, 16, "\"acme bank\""))))));
    }

    @Test
    void onePostMayConcernSeveralBrandsAndMostConcernNone() {
        put(brand("acme", "acme"), brand("globex", "globex"));

        assertThat(brandsOf("Acme buys Globex")).containsExactly("acme", "globex");
        assertThat(brandsOf("nothing to see")).isEmpty();
        assertThat(brandsOf("")).isEmpty();
    }

    @Test
    void aChangedBrandHoldsAtOnce() {
        put(brand("acme", "acme"));
        assertThat(brandsOf("acme and globex")).containsExactly("acme");
        put(brand("acme", "globex"));
        assertThat(brandsOf("globex")).containsExactly("acme");
        assertThat(brandsOf("acme")).isEmpty();
        matcher.apply(Collections.singletonMap("acme", null));
        assertThat(brandsOf("globex")).isEmpty();
        assertThat(matcher.size()).isZero();
    }

    @Test
    void aQueryThatCannotBeReadSilencesNoOther() {
        put(brand("acme", "((", "acme"));

        assertThat(brandsOf("acme")).containsExactly("acme");
    }

    @Test
    void excludedSitesAndAuthorsAreNotHeard() {
        put(new Brand(
                "acme",
                "Acme",
                null,
                null,
                List.of(new TrackedQuery("q0", "q0", "acme")),
                List.of("acme"),
                List.of(),
                List.of("WWW.acme.example", "xn--mller-kva.example"),
                List.of("x:Ann7"),
                THEN));

        assertThat(brandsOf("acme #acme")).containsExactly("acme");
        for (var unheard : List.of(
                from("https://shop.acme.example/a", null),
                from("https://acme.example/", null),
                from("https://www.Müller.example:8080/a", null),
                from(null, Author.of("ann7")))) {
            assertThat(matcher.match(unheard)).isEqualTo(new QueryMatcher.Matches(List.of(), Map.of()));
        }
        assertThat(matcher.match(from("https://notacme.example/", Author.of("8")))
                        .brands())
                .hasSize(1);
    }

    @Test
    void aTrackedHashtagIsFoundAsTheQueryOfTheSameSpellingWould() {
        var matcher = new QueryMatcher();
        matcher.apply(Map.of("plain", tags("plain", "decu"), "accented", tags("accented", "#Déçu")));
        assertThat(matcher.match(post("So #déçu")).hashtags())
                .containsOnly(entry("decu", List.of("plain")), entry("déçu", List.of("accented")));
        assertThat(matcher.match(post("So #DECU")).hashtags()).containsOnly(entry("decu", List.of("plain")));
        assertThat(matcher.match(post("So #dêçu")).hashtags()).containsOnly(entry("decu", List.of("plain")));
    }

    @Test
    void trackedHashtagsAreFoundInTextAndDeclaration() {
        put(tags("a", "GateauBasque"), tags("b", "#gateaubasque"));

        assertThat(matcher.match(post("Miam #GATEAUBASQUE #other")).hashtags())
                .isEqualTo(Map.of("gateaubasque", List.of("a", "b")));
        var declared = new Post(
                "1",
                "x",
                null,
                THEN,
                null,
                null,
                "Miam",
                null,
                null,
                null,
                null,
                null,
                List.of("gateauBasque"),
                null,
                null,
                null,
                null,
                null);
        assertThat(matcher.match(declared).hashtags()).containsOnlyKeys("gateaubasque");
        assertThat(matcher.match(post("gateaubasque without its sign")).hashtags())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "déçu",
                "decu",
                "{Acme}",
                "{acme}",
                "\"acme bank\"",
                "\"bank acme\"~3",
                "acm*",
                "acme NEAR/3 strike",
                "(acme OR globex) ONEAR/5 (strik* OR closed)",
                "acme SENTENCE closed",
                "acme NOT bank",
                "acme AND -(bank OR strike)",
                "#gateaubasque",
                "gateau",
                "@acme",
                "@acme_help",
                "site:acme.example",
                "author:ann*",
                "lang:fr",
                "platform:x AND acme",
                "rating:[1 TO 3]",
                "followers:>10 acme",
                "is:reply acme",
                "has:hashtag",
                "title:acme",
                "porte-monnaie",
                "d’orange",
                "hashtag:gat*",
                "hashtag:gat* OR author:ann*",
                "cré* OR déç*",
                "lang:fr AND acme",
                "mention:acme*",
                "url:acme.example/x",
                "😡"
            })
    void theFastWayAndTheReferenceAgree(String query) {
        var parsed = QueryParser.parse(query, Scope.TRACKING);
        assertThat(parsed.query()).as(parsed.errors().toString()).isNotNull();
        put(brand("b", query));

        for (var post : samples()) {
            assertThat(!matcher.match(post).brands().isEmpty())
                    .as("%s on %s", query, post.text())
                    .isEqualTo(Evaluator.matches(parsed.query(), Searchable.of(post)));
        }
    }

    @Test
    void aQueryThatOnlyExcludesOrComparesNumbersIsTriedOnEveryPost() {
        put(brand("rated", "rating:>=1"), brand("other", "rating:>=1 NOT acme"));

        var rated =
                samples().stream().filter(p -> p.rating() != null).findFirst().orElseThrow();
        assertThat(matcher.match(rated).brands().stream().map(BrandMatch::brand))
                .containsExactly("rated");
        assertThat(brandsOf("acme")).isEmpty();
    }

    @Test
    void aThousandQueriesGiveWhatEachAloneWouldGive() {
        var brands = new HashMap<String, Brand>();
        for (int i = 0; i < 1_000; i++) {
            var phrase = i % 10 < 4 ? "\"word" + i + " bank\" OR other" + i : "word" + i;
            brands.put("b" + i, brand("b" + i, i % 10 == 0 ? "word" + i + " NEAR/2 strike" : phrase));
        }
        matcher.apply(brands);

        assertThat(matcher.size()).isEqualTo(1_000);
        assertThat(brandsOf("word17 word20 at the strike, other33 and then, much too far from it all, word990"))
                .containsExactly("b17", "b20", "b33");
        assertThat(brandsOf("word17")).containsExactly("b17");
    }

    private static List<Post> samples() {
        return List.of(
                post("acme"),
                post("ACME Bank closed. Strike!"),
                post("the bank of Acme is on strike, closed for good"),
                post("Acme. Closed."),
                post("Je suis déçu d'Orange 😡"),
                post("decu"),
                post("#GateauBasque porte-monnaie @Acme"),
                post("@acme_help acmeish"),
                post("globex strikes"),
                post(""),
                new Post(
                        "9",
                        "x",
                        "https://shop.acme.example/x",
                        THEN,
                        null,
                        "Acme in the title",
                        "body",
                        "fr",
                        new Author("7", "annabel", "Ann", 12L, null),
                        "8",
                        null,
                        null,
                        List.of("gateau"),
                        null,
                        null,
                        null,
                        "FR",
                        2.0),
                from("https://acme.example", Author.of("anna")));
    }

    private List<String> brandsOf(String text) {
        return matcher.match(post(text)).brands().stream()
                .map(BrandMatch::brand)
                .toList();
    }

    private static Post post(String text) {
        return Post.of("x", "1", THEN, text);
    }

    private static Post from(String url, Author author) {
        return new Post(
                "1",
                "x",
                url,
                THEN,
                null,
                null,
                "acme #acme",
                null,
                author,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private void put(Brand... brands) {
        var changes = new HashMap<String, Brand>();
        Arrays.stream(brands).forEach(brand -> changes.put(brand.id(), brand));
        matcher.apply(changes);
    }

    private static Brand tags(String id, String... hashtags) {
        return new Brand(id, id, null, null, List.of(), List.of(hashtags), List.of(), List.of(), List.of(), THEN);
    }

    private static Brand brand(String id, String... queries) {
        var tracked = new ArrayList<TrackedQuery>();
        for (int i = 0; i < queries.length; i++) {
            tracked.add(new TrackedQuery("q" + i, "q" + i, queries[i]));
        }
        return new Brand(id, id, null, null, tracked, List.of(), List.of(), List.of(), List.of(), THEN);
    }
}
