package vigie.query;

import java.util.List;

/**
 * What a phrase or a NEAR asks of positions, in the few forms that every engine evaluates alike.
 *
 * <p>A span yields minimal intervals of positions (none contains another), and limits apply to those: the semantics of Lucene's and
 * Elasticsearch's {@code intervals}. OR inside NEAR has been multiplied out (see {@link Query.Near#alternatives()}) and both orders
 * have been written out, so that nothing is left to an engine's taste: {@link Pair} never overlaps and its sides are never equal.
 */
public sealed interface Span {

    /** Any of these words at one position. */
    record OneOf(List<Word> words) implements Span {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    /** These words at consecutive positions. */
    record Adjacent(List<Word> words) implements Span {
        public Adjacent {
            words = List.copyOf(words);
        }
    }

    /**
     * These words in any order, with at most {@code maxGaps} other positions between: an interval's width less the number of words.
     * A word listed twice must occur twice.
     */
    record Window(List<Word> words, int maxGaps) implements Span {
        public Window {
            words = List.copyOf(words);
        }
    }

    /**
     * {@code first}, then {@code second}, without overlap and with at most {@code maxGaps} positions between them.
     *
     * @param sameSentence whether the whole interval must lie within one sentence
     */
    record Pair(Span first, Span second, int maxGaps, boolean sameSentence) implements Span {}
}
