package vigie.store;

import java.util.BitSet;
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

    /** Two phrases with a word in common that so large a part of their texts share are one. */
    private static final double SAME = 0.7;

    private final Map<String, BitSet> texts = new HashMap<>();
    private int count;

    /**
     * Reads one more text.
     *
     * @param begins with which words a phrase may begin
     */
    void add(List<Token> text, Predicate<String> begins) {
        int number = count++;
        for (var phrase : of(text, begins)) {
            texts.computeIfAbsent(phrase, p -> new BitSet()).set(number);
        }
    }

    /** @param begins with which words */
    static Set<String> of(List<Token> tokens, Predicate<String> begins) {
        var phrases = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < Math.min(tokens.size(), MOST_WORDS_OF_A_TEXT); i++) {
            if (!isSubject(tokens.get(i)) || !begins.test(tokens.get(i).folded())) {
                continue;
            }
            var phrase = new StringBuilder(tokens.get(i).folded());
            for (int j = i + 1; j < tokens.size() && j <= i + 2 && goesOn(tokens.get(i), tokens.get(j)); j++) {
                phrase.append(' ').append(tokens.get(j).folded());
                if (isSubject(tokens.get(j)) && phrase.length() <= LONGEST) {
                    phrases.add(phrase.toString());
                }
            }
        }
        return phrases;
    }

    /** Those that at least three texts have, the most frequent first. */
    List<String> frequent(int most) {
        return texts.entrySet().stream()
                .filter(e -> e.getValue().cardinality() >= FEWEST_TEXTS)
                .sorted(Comparator.<Map.Entry<String, BitSet>>comparingInt(
                                e -> -e.getValue().cardinality())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many texts have it. */
    int count(String phrase) {
        var having = texts.get(phrase);
        return having == null ? 0 : having.cardinality();
    }

    /** Whether two phrases are pieces of one saying. */
    boolean areOne(String one, String other) {
        if (List.of(one.split(" ")).stream().noneMatch(List.of(other.split(" "))::contains)) {
            return false;
        }
        var both = (BitSet) texts.getOrDefault(one, new BitSet()).clone();
        var either = (BitSet) both.clone();
        both.and(texts.getOrDefault(other, new BitSet()));
        either.or(texts.getOrDefault(other, new BitSet()));
        return both.cardinality() >= SAME * either.cardinality();
    }

    private static boolean goesOn(Token first, Token next) {
        return next.kind() == Token.Kind.WORD && next.sentence() == first.sentence();
    }

    private static boolean isSubject(Token token) {
        return token.kind() == Token.Kind.WORD && !StopWords.contain(token.folded());
    }
}
