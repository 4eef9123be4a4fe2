package vigie.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vigie.query.StopWords;
import vigie.query.Token;

/**
 * Which runs of two or three words several of the sampled texts have in common. A phrase lies within one sentence and begins and ends
 * with a word that has a subject; a small word may stand in its middle, as in {@code fuite de donnees}.
 */
final class Phrases {

    private static final int FEWEST_TEXTS = 3;
    private static final int MOST_WORDS_OF_A_TEXT = 300;
    private static final int LONGEST = 60;
    private static final int[] NONE = {};

    /** Two phrases with a word in common that so large a part of their texts share are one. */
    private static final double SAME = 0.7;

    private final Map<String, Having> texts = new HashMap<>();
    private int count;

    /** The texts that have a phrase, by number. Most phrases are said once: this is kept small. */
    private static final class Having {

        private int[] texts = new int[1];
        private int count;

        void add(int text) {
            if (count == texts.length) {
                texts = Arrays.copyOf(texts, 2 * count);
            }
            texts[count++] = text;
        }

        int[] sorted() {
            return Arrays.copyOf(texts, count);
        }
    }

    /**
     * Reads one more text.
     *
     * @param subjects the words that a phrase may consist of, but for small ones in its middle
     */
    void add(List<Token> text, Predicate<String> subjects) {
        int number = count++;
        for (var phrase : of(text, subjects)) {
            texts.computeIfAbsent(phrase, p -> new Having()).add(number);
        }
    }

    /** @param subjects of which words, but for small ones in the middle */
    static Set<String> of(List<Token> tokens, Predicate<String> subjects) {
        var phrases = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < Math.min(tokens.size(), MOST_WORDS_OF_A_TEXT); i++) {
            var first = tokens.get(i);
            if (!isOf(first, subjects)) {
                continue;
            }
            for (int j = i + 1; j < tokens.size() && j <= i + 2 && goesOn(first, tokens.get(j)); j++) {
                var between = j == i + 1 ? "" : tokens.get(i + 1).folded();
                if (isOf(tokens.get(j), subjects) && mayStandBetween(between, subjects)) {
                    var phrase = first.folded()
                            + ' '
                            + between
                            + (between.isEmpty() ? "" : " ")
                            + tokens.get(j).folded();
                    if (phrase.length() <= LONGEST) {
                        phrases.add(phrase);
                    }
                }
            }
        }
        return phrases;
    }

    /** Those that at least three texts have, the most frequent first. */
    List<String> frequent(int most) {
        return texts.entrySet().stream()
                .filter(e -> e.getValue().count >= FEWEST_TEXTS)
                .sorted(Comparator.<Map.Entry<String, Having>>comparingInt(e -> -e.getValue().count)
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many texts have it. */
    int count(String phrase) {
        var having = texts.get(phrase);
        return having == null ? 0 : having.count;
    }

    /** Whether two phrases are pieces of one saying. */
    boolean areOne(String one, String other) {
        if (List.of(one.split(" ")).stream().noneMatch(List.of(other.split(" "))::contains)) {
            return false;
        }
        var ones = having(one);
        var others = having(other);
        var both = Arrays.stream(others)
                .filter(text -> Arrays.binarySearch(ones, text) >= 0)
                .count();
        return both >= SAME * (ones.length + others.length - both);
    }

    private int[] having(String phrase) {
        var having = texts.get(phrase);
        return having == null ? NONE : having.sorted();
    }

    private static boolean goesOn(Token first, Token next) {
        return next.kind() == Token.Kind.WORD && next.sentence() == first.sentence();
    }

    private static boolean isOf(Token token, Predicate<String> subjects) {
        return token.kind() == Token.Kind.WORD && subjects.test(token.folded());
    }

    private static boolean mayStandBetween(String word, Predicate<String> subjects) {
        return word.isEmpty() || subjects.test(word) || StopWords.contain(word);
    }
}
