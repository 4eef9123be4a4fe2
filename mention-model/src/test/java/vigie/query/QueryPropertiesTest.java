package vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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

    /** How many strings are typed; {@code -Dvigie.fuzz=1000000} looks longer. */
    private static final int TRIES = Integer.getInteger("vigie.fuzz", 100_000);

    /** Another one ({@code -Dvigie.seed=7}) looks elsewhere. */
    private static final long SEED = Long.getLong("vigie.seed", 20_260_310);

    private final Random random = new Random(SEED);

    @Test
    void printingAndParsingAgainGivesTheSameQuery() {
        var queries = new RandomQueries(SEED, Scope.TRACKING);
        for (int i = 0; i < 3_000; i++) {
            var query = queries.query();
            var parsed = QueryParser.parse(query.print(), Scope.TRACKING);
            assertThat(parsed.errors()).isEmpty();
            assertThat(parsed.query()).isEqualTo(query);
            assertThat(parsed.normalized()).isEqualTo(query.print());
        }
    }

    /** A hang shows as a run that does not end; a stack overflow or an exception fails with its string. */
    @Test
    void whateverIsTypedGivesAnAnswerAndNeverAnException() {
        for (int i = 0; i < TRIES; i++) {
            var typed = i % 500 == 0 ? deep() : i % 5 == 0 ? anything() : nasty();
            try {
                answers(typed);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + SEED + ", string " + i + ": " + escaped(typed), e);
            }
        }
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

    @Test
    void everyFormOfEveryTokenIsAWordOfItsOwn() {
        for (int i = 0; i < 3_000; i++) {
            formsAreWords(random.nextBoolean() ? nasty() : anything());
        }
    }

    private static void formsAreWords(String text) {
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

    @Test
    void nearFindsExactlyTheWordsThatAreClose() {
        for (int i = 0; i < 3_000; i++) {
            closeWordsAreFound(letters(), random.nextInt(5));
        }
    }

    private static void closeWordsAreFound(String text, int distance) {
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

    private String letters() {
        return random.ints(1 + random.nextInt(12), 0, 4)
                .mapToObj(i -> List.of("a", "b", "c", "d").get(i))
                .collect(Collectors.joining(" "));
    }

    /** Up to 200 characters: ASCII, the plane most text is in, all of Unicode, or lone halves of pairs. */
    private String anything() {
        var text = new StringBuilder();
        int most = List.of(0x7F, 0xD7FF, 0x10FFFF, 0xFFFF).get(random.nextInt(4));
        for (int i = random.nextInt(100); i > 0; i--) {
            text.appendCodePoint(random.nextInt(most + 1));
        }
        return text.toString();
    }

    /** The same few pieces over and over, up to and beyond the longest query. */
    private String deep() {
        var opening = fragment() + fragment() + (random.nextBoolean() ? "" : fragment());
        var closing = fragment() + fragment();
        int times = random.nextInt(1_000);
        return opening.repeat(times) + fragment() + closing.repeat(random.nextBoolean() ? times : 0);
    }

    private String fragment() {
        return FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining());
    }

    /** Up to 300 characters of the language's own punctuation, operators and awkward Unicode, and now and then anything. */
    private String nasty() {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(random.nextInt(10) == 0 ? String.valueOf((char) random.nextInt(0x10000)) : fragment());
        }
        return text.substring(0, Math.min(300, text.length()));
    }
}
