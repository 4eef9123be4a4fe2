package vigie.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vigie.model.Author;
import vigie.model.Post;

/**
 * Random valid queries and posts over a small vocabulary, so that matches and near misses are frequent; the same seed gives the same.
 * Engines use them to show that they agree with the evaluator.
 */
public final class RandomQueries {
    private static final List<String> WORDS = List.of(
            "acme", "bank", "déçu", "decu", "late", "Refund", "crème", "été", "train", "😡", "👍🏽", "東京", "اورنج");
    private static final List<String> SIGILS =
            List.of("#GateauBasque", "#acme", "@AcmeBank", "@acme", "$ACME", "#déçu");
    private static final List<String> JOINED = List.of("porte-monnaie", "l'Oréal", "d’Orange", "acme's", "E.Leclerc");
    private static final List<String> PATTERNS =
            List.of("ban*", "tra?n", "ref*d", "#gat*", "@acm*", "lat*", "cré*", "por*-mon*");
    private static final List<String> FIELDS = List.of(
            "author:ana",
            "author:\"Jean Dupont\"",
            "author:ana*",
            "site:example.org",
            "url:example.org/blog",
            "links:t.example/x",
            "hashtag:acme",
            "hashtag:déçu",
            "mention:acme",
            "lang:fr",
            "country:FR",
            "platform:x",
            "mediaType:image",
            "kind:reply",
            "thread:T1",
            "is:reply",
            "is:original",
            "has:emoji",
            "has:link",
            "rating:[2 TO 4]",
            "rating:>=4.5",
            "followers:>1000",
            "followers:<=1000",
            "published:[2026-01-01 TO 2026-01-15]",
            "published:>2026-01-15",
            "published:2026-01-10",
            "title:acme",
            "title:\"acme bank\"",
            "title:{Acme}",
            "title:(acme NEAR/2 late)");

    private final Random random;

    public RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    /** A query that a brand could track. */
    public Query query() {
        return query(2);
    }

    /** A post made of the same words. */
    public Post post(String id) {
        boolean reply = random.nextInt(4) == 0;
        return new Post(
                id,
                random.nextBoolean() ? "x" : "rss",
                one(List.of(
                        "https://www.example.org/blog/1", "https://news.example.org/a?b=1", "http://other.example/")),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(30 * 86_400)),
                null,
                random.nextInt(3) == 0 ? text(1 + random.nextInt(6)) : null,
                text(random.nextInt(25)),
                one(List.of("fr", "fr-CA", "en")),
                new Author(
                        "id" + random.nextInt(5),
                        one(List.of("ana", "anabel", "Zoé")),
                        one(List.of("Jean Dupont", "Ana B.")),
                        (long) random.nextInt(2_000),
                        random.nextBoolean() ? "Lyon" : null),
                reply ? "r1" : null,
                !reply && random.nextInt(4) == 0 ? "s1" : null,
                random.nextBoolean() ? "T1" : null,
                random.nextInt(3) == 0 ? List.of(one(List.of("acme", "déçu", "Gateau Basque")), "acme") : List.of(),
                null,
                null,
                random.nextInt(3) == 0 ? "image" : null,
                random.nextBoolean() ? "FR" : null,
                random.nextInt(3) == 0 ? 1.0 + random.nextInt(9) / 2.0 : null);
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            var word =
                    switch (random.nextInt(10)) {
                        case 0, 1 -> one(SIGILS);
                        case 2 -> one(JOINED);
                        case 3 ->
                            one(List.of(
                                    "https://t.example/x/y",
                                    "trains",
                                    "bankers",
                                    "trâin",
                                    "e\u0301te\u0301",
                                    "DÉÇU",
                                    "Acme"));
                        default -> one(WORDS);
                    };
            text.append(random.nextInt(8) == 0 ? word.toUpperCase(java.util.Locale.ROOT) : word)
                    .append(one(List.of(" ", " ", " ", ", ", ". ", "! ", "… ", "\n")));
        }
        return text.toString();
    }

    private Query query(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0, 1 -> Query.any(some(depth));
            case 2, 3 -> Query.all(some(depth));
            case 4 -> Query.all(List.of(query(depth - 1), Query.not(query(depth - 1))));
            case 5, 6 -> near();
            case 7 -> leaf(one(FIELDS));
            default -> leaf(words());
        };
    }

    private List<Query> some(int depth) {
        var clauses = new ArrayList<Query>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            clauses.add(query(depth - 1));
        }
        return clauses;
    }

    /** Draws until the sides differ and the combinations are few. */
    private Query near() {
        while (true) {
            var join = one(List.of(Query.Join.values()));
            int distance = join == Query.Join.SENTENCE ? Query.Near.SENTENCE_REACH : random.nextInt(7);
            var near = new Query.Near(Zone.ANYWHERE, side(2), side(2), join, distance);
            if (Proximity.isBounded(near, 0, 0, new Findings(""))) {
                return near;
            }
        }
    }

    private Query side(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0, 1, 2 -> Query.any(List.of(side(depth - 1), side(depth - 1)));
            case 3, 4 -> near(depth - 1);
            default -> leaf(words());
        };
    }

    private Query near(int depth) {
        while (true) {
            var join = one(List.of(Query.Join.values()));
            int distance = join == Query.Join.SENTENCE ? Query.Near.SENTENCE_REACH : random.nextInt(4);
            var near = new Query.Near(Zone.ANYWHERE, side(depth), side(depth), join, distance);
            if (Proximity.isBounded(near, 0, 0, new Findings(""))) {
                return near;
            }
        }
    }

    private String words() {
        return switch (random.nextInt(8)) {
            case 0 -> one(SIGILS);
            case 1 -> one(JOINED);
            case 2 -> one(PATTERNS);
            case 3 -> '"' + one(WORDS) + " " + one(WORDS) + '"';
            case 4 -> '"' + one(WORDS) + " " + one(WORDS) + " bank\"~" + (1 + random.nextInt(4));
            case 5 -> "{" + one(List.of("Acme", "DÉÇU", "acme bank", "Refund", "@AcmeBank")) + "}";
            default -> one(WORDS);
        };
    }

    private Query leaf(String source) {
        var parsed = QueryParser.parse(source, Scope.TRACKING);
        var query = parsed.query();
        if (query == null) {
            return source.startsWith("\"") ? leaf("bank") : fail(parsed);
        }
        return query;
    }

    private static Query fail(ParsedQuery parsed) {
        throw new AssertionError(parsed);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
