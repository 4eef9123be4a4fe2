package vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class QueryPropertiesTest {
    private static final List<String> FRAGMENTS = List.of(
            " ",
            "(",
            ")",
            "\"",
            "{",
            "}",
            "[",
            "]",
            "~",
            "~3",
            "*",
            "?",
            "-",
            "–",
            ":",
            "/",
            "<<<",
            ">>>",
            "<",
            ">=",
            "#",
            "@",
            "$",
            " AND ",
            " OR ",
            " NOT ",
            " ET ",
            " OU ",
            " SAUF ",
            " NEAR/3 ",
            " NEAR ",
            " ONEAR/",
            " SENTENCE ",
            " PRES/2 ",
            " TO ",
            "acme",
            "déçu",
            "e\u0301",
            "l'Oréal",
            "porte-monnaie",
            "#GateauBasque",
            "😡",
            "👨‍👩‍👧",
            "東京",
            "اورنج",
            "ﷺ",
            "\uD83D",
            "\uDC00",
            "\u0000",
            "\u200F",
            "\u00A0",
            "title:",
            "site:",
            "author:",
            "rating:",
            "published:",
            "2026-01-01",
            "12",
            "is:",
            "sentiment:",
            "http://a.example/x",
            "\n",
            "0.5",
            "xn--",
            "www.",
            "…",
            ".",
            "!",
            "İ",
            "ß",
            "ſ",
            "\u0345",
            "1\uFE0F\u20E3");

    /** Set a higher number on the command line ({@code -Dvigie.fuzz=1000000}) to look longer. */
    private static final int TRIES = Integer.getInteger("vigie.fuzz", 20_000);

    @Property(tries = 3_000)
    void printingAndParsingAgainGivesTheSameQuery(@ForAll long seed) {
        var query = new RandomQueries(seed).query();
        var parsed = QueryParser.parse(query.print(), Scope.TRACKING);
        assertThat(parsed.errors()).isEmpty();
        assertThat(parsed.query()).isEqualTo(query);
        assertThat(parsed.normalized()).isEqualTo(query.print());
    }

    @Example
    void whateverIsTypedGivesAnAnswerAndNeverAnException() {
        var random = new Random(TRIES);
        for (int i = 0; i < TRIES; i++) {
            answers(nasty(random));
        }
    }

    @Property(tries = 5_000)
    void whateverUnicodeIsTypedGivesAnAnswer(@ForAll String source) {
        answers(source);
    }

    /** A valid query must also survive its own canonical spelling; an invalid one must say where and why, in both languages. */
    private static void answers(String source) {
        var parsed = QueryParser.parse(source, Scope.SEARCH);
        var query = parsed.query();
        if (query == null) {
            assertThat(parsed.errors()).isNotEmpty();
        } else {
            assertThat(QueryParser.parse(query.print(), Scope.SEARCH).query())
                    .as("canonical spelling of %s", source)
                    .isEqualTo(query);
        }
        for (var finding : parsed.errors()) {
            assertThat(finding.position()).isBetween(0, source.length());
            assertThat(finding.position() + finding.length()).isLessThanOrEqualTo(source.length());
            assertThat(finding.message("en")).isNotBlank();
            assertThat(finding.message("fr")).isNotBlank().isNotEqualTo(finding.message("en"));
        }
    }

    @Property(tries = 3_000)
    void everyFormOfEveryTokenIsAWordOfItsOwn(@ForAll("texts") String text) {
        int end = 0;
        int sentence = 0;
        for (var token : Tokenizer.tokenize(text)) {
            for (var form : Form.values()) {
                assertThat(token.form(form)).isNotEmpty().hasSizeLessThanOrEqualTo(Token.MAX_FORM);
                assertThat(token.form(form).codePoints().noneMatch(Character::isWhitespace))
                        .isTrue();
            }
            assertThat(token.start()).isLessThan(token.end());
            assertThat(token.end()).isLessThanOrEqualTo(text.length());
            if (token.kind() != Token.Kind.TAG_PART) {
                assertThat(token.start()).isGreaterThanOrEqualTo(end);
                end = token.end();
            }
            assertThat(token.sentence()).isBetween(sentence, sentence + 1);
            sentence = token.sentence();
        }
    }

    @Property(tries = 3_000)
    void nearFindsExactlyTheWordsThatAreClose(@ForAll("letters") String text, @ForAll @IntRange(max = 4) int distance) {
        var post = Posts.text(text);
        var words = text.split(" ");
        boolean ordered = false;
        boolean any = false;
        for (int i = 0; i < words.length; i++) {
            for (int j = 0; j < words.length; j++) {
                boolean close = words[i].equals("a") && words[j].equals("b") && Math.abs(i - j) - 1 <= distance;
                any |= close;
                ordered |= close && i < j;
            }
        }
        assertThat(Posts.matches("a NEAR/" + distance + " b", post)).isEqualTo(any);
        assertThat(Posts.matches("a ONEAR/" + distance + " b", post)).isEqualTo(ordered);
        assertThat(Posts.matches("\"a b\"~" + distance, post)).isEqualTo(distance == 0 ? text.contains("a b") : any);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of("a", "b", "c", "d")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(l -> String.join(" ", l));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.randoms().map(QueryPropertiesTest::nasty),
                Arbitraries.strings().ofMaxLength(200));
    }

    /** Up to 300 characters of the language's own punctuation, operators and awkward Unicode, and now and then anything. */
    private static String nasty(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(
                    random.nextInt(10) == 0
                            ? String.valueOf((char) random.nextInt(0x10000))
                            : FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        return text.substring(0, Math.min(300, text.length()));
    }
}
