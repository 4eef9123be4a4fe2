package vigie.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tokens that are never news, whatever their numbers say. */
public final class StopWords {

    private static final int SHORTEST_WORD = 3;
    private static final Set<String> WORDS = read();

    private StopWords() {}

    /** Whether a folded token says nothing of what a conversation is about. */
    public static boolean contain(String token) {
        var first = token.codePointAt(0);
        if (!Character.isLetterOrDigit(first)) {
            // hashtags, names, emoji
            return false;
        }
        return token.length() < SHORTEST_WORD && !Character.isIdeographic(first)
                || token.startsWith("http")
                || token.codePoints().noneMatch(Character::isLetter)
                || WORDS.contains(token);
    }

    private static Set<String> read() {
        try (var in = StopWords.class.getResourceAsStream("stop-words.txt")) {
            if (in == null) {
                throw new AssertionError("missing from the jar: stop-words.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
