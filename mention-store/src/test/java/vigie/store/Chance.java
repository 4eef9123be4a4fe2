package vigie.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Post;

/** Random posts and queries from one small vocabulary, so that they meet often and in odd ways. */
final class Chance {

    private static final List<String> WORDS = List.of(
            "acme",
            "Acme",
            "ACME",
            "late",
            "Late",
            "train",
            "trains",
            "retard",
            "déçu",
            "Déçu",
            "decu",
            "DECU",
            "annulé",
            "annule",
            "l'Oréal",
            "d’Orange",
            "orange",
            "Orange",
            "porte-monnaie",
            "porte",
            "monnaie",
            "#GateauBasque",
            "#gateaubasque",
            "gateau",
            "basque",
            "#panne",
            "#Panne_2026",
            "panne",
            "@acme",
            "@Acme",
            "@acme_help",
            "$ACM",
            "acm",
            "😡",
            "👍🏽",
            "👍",
            "42",
            "3.5",
            "a\\b",
            "https://acme.example/a?b=1",
            "中文",
            "文",
            "Straße",
            "strasse",
            "naïve",
            "naive",
            "HTMLParser",
            "#HTMLParser",
            "html");
    private static final List<String> BETWEEN = List.of(" ", " ", " ", " ", ". ", "! ", "? ", ", ", "\n", "… ", "  ");

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private <T> @Nullable T maybe(Supplier<T> some) {
        return once(2) ? null : some.get();
    }

    String text(int mostWords) {
        var text = new StringBuilder();
        for (var i = upTo(mostWords); i > 0; i--) {
            text.append(of(WORDS)).append(of(BETWEEN));
        }
        return text.toString();
    }

    Post post(int n) {
        var tags = new ArrayList<String>();
        for (var i = upTo(2); i > 0; i--) {
            tags.add(of(List.of("panne", "GateauBasque", "#Acme", "été", "+", "two words")));
        }
        return new Post(
                "p" + n,
                of(List.of("mastodon", "x", "rss")),
                maybe(() -> of(List.of(
                        "https://www.acme.example/news/1",
                        "http://blog.acme.example:8080/a/b?c#d",
                        "https://Other.example/",
                        "not an address"))),
                Said.NOON.minus(Duration.ofHours(upTo(24 * 30))).plusMillis(upTo(999)),
                null,
                maybe(() -> text(5)),
                text(once(10) ? 150 : 14),
                maybe(() -> of(List.of("fr", "fr-CA", "EN"))),
                maybe(() -> new Author(
                        of(List.of("7", "u-1")),
                        maybe(() -> of(List.of("acme_help", "JeanneD", "Zoé"))),
                        maybe(() -> of(List.of("Jeanne Dupont", "Zoé", "Acme"))),
                        maybe(() -> (long) upTo(5)),
                        maybe(() -> of(List.of("", "Paris"))))),
                maybe(() -> "p1"),
                once(5) ? "p2" : null,
                maybe(() -> of(List.of("t1", "T1"))),
                tags,
                maybe(() -> new EngagementCounts(
                        maybe(() -> (long) upTo(5)), maybe(() -> (long) upTo(5)), null, maybe(() -> (long) upTo(5)))),
                once(4) ? "comment" : null,
                once(4) ? "image" : null,
                maybe(() -> of(List.of("FR", "be"))),
                maybe(() -> upTo(10) / 2.0));
    }

    String query(int depth) {
        if (depth == 0 || once(4)) {
            return prox(1);
        }
        var left = clause(depth - 1);
        var right = clause(depth - 1);
        return once(2) ? left + " OR " + right : left + of(List.of(" AND ", " ", " AND NOT ", " -")) + right;
    }

    private String clause(int depth) {
        return depth == 0 || once(3) ? prox(1) : "(" + query(depth) + ")";
    }

    private String prox(int depth) {
        if (once(4)) {
            return field();
        }
        if (once(2)) {
            return leaf();
        }
        var near = new StringBuilder(side(depth));
        for (var i = 1 + upTo(1); i > 0; i--) {
            near.append(of(List.of(" NEAR/" + upTo(6), " ONEAR/" + upTo(6), " NEAR", " SENTENCE")))
                    .append(" ")
                    .append(side(depth));
        }
        return near.toString();
    }

    private String side(int depth) {
        if (once(3)) {
            return "(" + leaf() + " OR " + leaf() + (once(2) ? " OR " + leaf() : "") + ")";
        }
        return depth > 0 && once(5) ? "(" + side(0) + " NEAR/" + upTo(4) + " " + side(0) + ")" : leaf();
    }

    private String leaf() {
        if (once(5)) {
            return "\"" + of(WORDS) + " " + of(WORDS) + (once(2) ? " " + of(WORDS) : "") + "\""
                    + (once(2) ? "~" + upTo(5) : "");
        }
        if (once(6)) {
            return "{" + of(WORDS) + (once(2) ? " " + of(WORDS) : "") + "}";
        }
        return once(4) ? wildcard() : of(WORDS);
    }

    private String wildcard() {
        var word = of(WORDS);
        if (word.length() < 4) {
            return word;
        }
        var at = 3 + upTo(word.length() - 4);
        return word.substring(0, at) + of(List.of("*", "?", "*" + word.substring(at), "?" + word.substring(at), "**"));
    }

    private String field() {
        var number = of(List.of("rating", "followers", "reach", "engagement", "likes", "views", "virality"));
        return of(List.of(
                "title:" + of(WORDS),
                "title:(" + leaf() + " OR " + leaf() + ")",
                "title:\"" + of(WORDS) + " " + of(WORDS) + "\"",
                "author:" + of(List.of("acme_help", "ACME*", "@jeanned", "zoé", "zoe", "7", "\"Jeanne Dupont\"")),
                "site:" + of(List.of("acme.example", "www.acme.example", "blog.acme.example", "example")),
                "url:" + of(List.of("acme.example/news", "https://www.acme.example/news/1", "other.example")),
                "links:acme.example",
                "hashtag:" + of(List.of("panne", "#GateauBasque", "ete", "été", "gat*")),
                "mention:" + of(List.of("acme", "acme*", "@acme_help")),
                "lang:" + of(List.of("fr", "fr-CA", "en")),
                "country:" + of(List.of("fr", "BE")),
                "platform:" + of(List.of("x", "Mastodon")),
                "thread:" + of(List.of("t1", "T1")),
                "kind:" + of(List.of("post", "repost", "comment")),
                "mediaType:image",
                "is:" + of(List.of("original", "reply", "repost", "review")),
                "has:"
                        + of(List.of(
                                "title",
                                "link",
                                "hashtag",
                                "mention",
                                "cashtag",
                                "emoji",
                                "media",
                                "rating",
                                "location")),
                "sentiment:" + of(List.of("negative", "positive")),
                "story:s1",
                "published:" + of(List.of(">2026-02-20", "<=2026-02-01", "[2026-01-20 TO 2026-03-01]", "2026-03-09")),
                number + ":" + of(List.of(">", ">=", "<", "<=")) + upTo(5),
                number + ":[" + upTo(2) + " TO " + (2 + upTo(3)) + "]"));
    }
}
