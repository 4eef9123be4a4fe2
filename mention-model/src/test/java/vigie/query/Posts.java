package vigie.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;
import vigie.model.MatchedSpan;
import vigie.model.Post;

/** Posts and questions in one line, for tests that read like the rules. */
final class Posts {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Posts() {}

    static Searchable text(String text) {
        return Searchable.of(Post.of("x", "1", NOON, text));
    }

    static Searchable titled(String title, String text, String... hashtags) {
        return Searchable.of(post(title, text, null, hashtags));
    }

    static Post post(@Nullable String title, String text, @Nullable Author author, String... hashtags) {
        return new Post(
                "1",
                "x",
                "https://www.news.example.org/blog/2026/a?id=5#top",
                NOON,
                null,
                title,
                text,
                "fr-CA",
                author,
                "p0",
                null,
                "T1",
                List.of(hashtags),
                null,
                null,
                "image",
                "FR",
                4.5);
    }

    static Query query(String source) {
        var parsed = QueryParser.parse(source, Scope.SEARCH);
        if (parsed.query() == null) {
            throw new AssertionError(source + " " + parsed.errors());
        }
        return parsed.query();
    }

    static boolean matches(String query, Searchable post) {
        return Evaluator.matches(query(query), post);
    }

    static boolean matches(String query, String text) {
        return matches(query, text(text));
    }

    static List<MatchedSpan> spans(String query, Searchable post) {
        return Evaluator.evaluate(query(query), post).spans();
    }
}
