package vigie.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Post;

/** Random posts made of what {@link RandomQueries} ask for, every field now there and now missing; the same seed gives the same. */
public final class RandomPosts {

    /** No post is older. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** Every post is older. */
    public static final Instant END = Instant.parse("2026-02-01T00:00:00Z");

    private static final List<String> BETWEEN = List.of(
            " ", " ", " ", " ", " ", " ", ", ", ". ", "! ", "? ", "… ", "... ", "\n", "  ", "\u00A0", "\u200B", " – ",
            "/", "。", "؟ ", " « ", "» ", "\u200F ", "; ", " (", ") ", ".", "\u2028", " “", "” ", " 'tis ");

    private final Random random;
    private final Vocabulary vocabulary;

    public RandomPosts(long seed) {
        random = new Random(seed);
        vocabulary = new Vocabulary(random);
    }

    /** The next post. */
    public Post post(String id) {
        int theme = random.nextInt(Vocabulary.themes());
        return new Post(
                id,
                one(List.of("x", "rss", "mastodon")),
                maybe(() -> one(List.of(
                        "https://www.acme.example/news/1",
                        "https://news.acme.example:8443/a?b=1#c",
                        "http://user@Blog.Acme.Example/a/b/",
                        "https://Other.example/",
                        "https://www.xn--mller-kva.example/Stra%C3%9Fe",
                        "https://acme.example.evil.example/",
                        "notacme.example",
                        "not an address"))),
                BEGIN.plusMillis((long) (random.nextDouble() * (END.toEpochMilli() - BEGIN.toEpochMilli()))),
                null,
                once(3) ? text(theme, random.nextInt(7)) : null,
                text(theme, once(12) ? 160 : random.nextInt(24)),
                maybe(() -> one(List.of("fr", "fr-CA", "EN", "pt_BR", "ar"))),
                maybe(this::author),
                once(4) ? "r1" : null,
                once(5) ? "s1" : null,
                maybe(() -> one(List.of("t1", "T1", "Fil é"))),
                tags(theme),
                maybe(() -> new EngagementCounts(
                        maybe(() -> (long) random.nextInt(6)), maybe(() -> (long) random.nextInt(6)), null, maybe(() ->
                                (long) random.nextInt(6)))),
                once(4) ? one(List.of("comment", "Article")) : null,
                once(3) ? one(List.of("image", "Video")) : null,
                maybe(() -> one(List.of("FR", "be"))),
                maybe(() -> random.nextInt(11) / 2.0));
    }

    private Author author() {
        return new Author(
                one(List.of("7", "u-1", "Ünï")),
                maybe(() -> one(List.of("ana", "Anabel", "acme_help", "Zoé", "@zoe"))),
                maybe(() -> one(List.of("Jean Dupont", "ZOE\u0301", "Ana  B.", "東京", "نور"))),
                maybe(() -> (long) random.nextInt(6)),
                maybe(() -> one(List.of("", "Lyon"))));
    }

    private List<String> tags(int theme) {
        var tags = new ArrayList<String>();
        for (int i = once(3) ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            tags.add(
                    once(2)
                            ? vocabulary.word(theme)
                            : one(List.of("GateauBasque", "#Acme", "two words", "+", "déçu", "東京", "$")));
        }
        return tags;
    }

    private String text(int theme, int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(vocabulary.word(once(12) ? random.nextInt(Vocabulary.themes()) : theme))
                    .append(one(BETWEEN));
        }
        // half a pair is what a platform's length limit leaves of an emoji
        return once(20) ? text + "\uD83D" : text.toString();
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> @Nullable T maybe(Supplier<T> some) {
        return random.nextBoolean() ? some.get() : null;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
