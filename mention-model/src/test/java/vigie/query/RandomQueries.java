package vigie.query;

import java.util.List;
import java.util.Random;

/**
 * Random valid queries in all of the language, spelled as people type them; the same seed gives the same. Engines use them with {@link
 * RandomPosts} to show that they agree with the evaluator.
 */
public final class RandomQueries {

    private static final List<String> LATER =
            List.of("reach", "engagement", "likes", "views", "virality", "sentiment", "story");

    private final Random random;
    private final Vocabulary vocabulary;
    private final Scope scope;
    private int theme;

    /** @param scope whether fields known later may be named */
    public RandomQueries(long seed, Scope scope) {
        this.random = new Random(seed);
        this.vocabulary = new Vocabulary(random);
        this.scope = scope;
    }

    /** The next query, as typed. */
    public String source() {
        while (true) {
            theme = random.nextInt(Vocabulary.themes());
            var source = (once(15) ? "<<< for the board >>> " : "") + query(once(8) ? 3 : random.nextInt(3));
            // now and then a word is no word by itself, or two sides of NEAR are the same
            if (QueryParser.parse(source, scope).valid()) {
                return source;
            }
        }
    }

    /** The next query, read. */
    public Query query() {
        var query = QueryParser.parse(source(), scope).query();
        if (query == null) {
            throw new AssertionError("was valid a moment ago");
        }
        return query;
    }

    private String query(int depth) {
        if (depth == 0) {
            return once(4) ? near(2) : once(4) ? field() : leaf();
        }
        var first = clause(depth - 1);
        if (once(2)) {
            var or = one(List.of(" OR ", " OR ", " OU ", "\nOR\u00A0"));
            return first + or + clause(depth - 1) + (once(3) ? or + clause(depth - 1) : "");
        }
        var and = one(List.of(" AND ", " ET ", " ", "\n", " <<<and>>> ", " NOT ", " SAUF ", " AND NOT ", " -"));
        return first + and + clause(depth - 1) + (once(4) ? " AND " + clause(depth - 1) : "");
    }

    private String clause(int depth) {
        return depth == 0 && !once(5) ? query(0) : "(" + query(depth) + ")";
    }

    private String near(int depth) {
        var near = new StringBuilder(side(depth));
        for (int i = once(4) ? 2 : 1; i > 0; i--) {
            near.append(' ').append(operator()).append(' ').append(side(depth));
        }
        return near.toString();
    }

    private String operator() {
        int distance = random.nextInt(7);
        return one(List.of(
                "NEAR",
                "ONEAR",
                "PRES",
                "SENTENCE",
                "SENTENCE",
                "NEAR/" + distance,
                "ONEAR/" + distance,
                "NEAR/" + distance + "f",
                "PRES/" + distance,
                "PRÈS/" + distance,
                "NEAR/30"));
    }

    private String side(int depth) {
        if (depth > 0 && once(4)) {
            return "(" + side(depth - 1) + " OR " + side(depth - 1) + (once(3) ? " OU " + leaf() : "") + ")";
        }
        return depth > 0 && once(6) ? "(" + near(depth - 1) + ")" : leaf();
    }

    private String leaf() {
        return switch (random.nextInt(10)) {
            case 0 -> quotes(words(2 + random.nextInt(2)));
            case 1 -> quotes(words(2)) + "~" + random.nextInt(6);
            case 2 -> "\"" + words(3) + "\"~" + (1 + random.nextInt(9));
            case 3 -> "{" + words(once(3) ? 2 : 1) + "}";
            case 4, 5 -> pattern(word());
            default -> word();
        };
    }

    private String word() {
        return vocabulary.word(theme);
    }

    private String words(int n) {
        return n == 1 ? word() : word() + " " + words(n - 1);
    }

    private String quotes(String words) {
        return once(6) ? "« " + words + " »" : once(6) ? "“" + words + "”" : "\"" + words + "\"";
    }

    /** A word with a wildcard somewhere behind its third letter, if it has so many. */
    private String pattern(String word) {
        int letters = word.codePointCount(0, word.length());
        if (letters < 4 || word.startsWith("http")) {
            return word;
        }
        int at = word.offsetByCodePoints(0, 3 + random.nextInt(Math.min(2, letters - 3)));
        int next = word.offsetByCodePoints(at, 1);
        return word.substring(0, at)
                + one(List.of("*", "?", "*" + word.substring(next), "?" + word.substring(next), "**", "*?"));
    }

    private String field() {
        if (scope == Scope.SEARCH && once(3)) {
            return later(one(LATER));
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> title();
            case 2, 3 -> range(one(List.of("rating", "followers", "Followers")));
            case 4 -> "published:" + dates();
            default -> keyword();
        };
    }

    private String title() {
        return "title:"
                + one(List.of(
                        leaf(),
                        leaf(),
                        "(" + leaf() + " OR " + leaf() + ")",
                        "(" + leaf() + " NOT " + leaf() + ")",
                        "(" + near(1) + ")"));
    }

    private String range(String field) {
        var number = one(List.of("0", "1", "2", "2.5", "3", "4.5", "-1", "-0", "5"));
        return field + ":"
                + one(List.of(
                        number,
                        ">" + number,
                        ">=" + number,
                        "< " + number,
                        "<=" + number,
                        "[0 TO " + number.replace("-", "") + "]",
                        "[* TO " + number + "]",
                        "[" + number + " TO *]",
                        "[* TO *]"));
    }

    private String dates() {
        var day = "2026-01-%02d".formatted(1 + random.nextInt(31));
        var instant = day + "T12:30:00.5+01:00";
        return one(List.of(
                day,
                ">" + day,
                ">=" + instant,
                "<" + day,
                "<=" + instant,
                "[2026-01-05 TO " + day.replace("-0", "-1") + "]",
                "[* TO " + instant + "]",
                "[" + day + " TO *]"));
    }

    private String keyword() {
        return switch (random.nextInt(14)) {
            case 0 ->
                one(List.of("author:", "from:", "FROM:"))
                        + one(List.of(
                                "ana",
                                "ANA*",
                                "@anabel",
                                "zoé",
                                "zoe",
                                "zo\u00E9*",
                                "7",
                                "ünï",
                                "\"Jean Dupont\"",
                                "東京",
                                "(ana OR نور)",
                                "acme_h?lp",
                                "{Ana}",
                                "(acme* NOT zoe)"));
            case 1 ->
                one(List.of("site:", "domainurl:"))
                        + one(List.of(
                                "acme.example",
                                "www.acme.example",
                                "Blog.acme.example",
                                "example",
                                "müller.example",
                                "xn--mller-kva.example",
                                "(other.example OR acme.example)"));
            case 2 ->
                "url:"
                        + one(List.of(
                                "acme.example/news",
                                "https://www.acme.example/news/1",
                                "other.example",
                                "acme.example/a",
                                "blog.acme.example/a/b",
                                "news.acme.example/a?b=1"));
            case 3 -> "links:" + one(List.of("t.example/x", "https://t.example/x/y?b=1", "acme.example", "example"));
            case 4 ->
                "hashtag:"
                        + one(List.of(
                                "acme", "#GateauBasque", "gât*", "gat*", "déçu", "decu", "東京", "اورنج", "acmeb?nk*"));
            case 5 -> "mention:" + one(List.of("acme", "@acme*", "ACMEBANK", "acme_help", "東京", "اورنج"));
            case 6 ->
                one(List.of("lang:", "language:")) + one(List.of("fr", "fr-CA", "FR-ca", "en", "pt", "(ar OR en)"));
            case 7 -> "country:" + one(List.of("fr", "BE", "de"));
            case 8 -> "platform:" + one(List.of("x", "Mastodon", "(rss OR x)"));
            case 9 -> one(List.of("mediaType:", "mediatype:")) + one(List.of("image", "VIDEO"));
            case 10 -> "kind:" + one(List.of("post", "repost", "reply", "review", "comment", "article"));
            case 11 -> "thread:" + one(List.of("t1", "T1", "\"Fil é\"", "\"Fil e\u0301\""));
            case 12 -> "is:" + one(List.of("original", "reply", "repost", "review", "(reply OR review)"));
            default ->
                "has:"
                        + one(List.of(
                                "title",
                                "link",
                                "hashtag",
                                "mention",
                                "cashtag",
                                "emoji",
                                "media",
                                "rating",
                                "location"));
        };
    }

    private String later(String field) {
        return switch (field) {
            case "sentiment" -> "sentiment:" + one(List.of("negative", "neutral", "POSITIVE"));
            case "story" -> "story:" + one(List.of("s1", "s2"));
            default -> range(field);
        };
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
