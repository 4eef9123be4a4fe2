package vigie.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A parsed query: what engines compile and the {@link Evaluator} evaluates.
 *
 * <p>Everything is in one canonical shape (AND in AND and OR in OR are flattened, words are tokenized, values normalized), so that
 * printing and parsing again gives an equal query.
 */
public sealed interface Query {

    /** All of these; at least two. A {@link Not} among them excludes. */
    record And(List<Query> clauses) implements Query {
        public And {
            clauses = flatten(clauses, And.class);
        }
    }

    /** Any of these; at least two. */
    record Or(List<Query> clauses) implements Query {
        public Or {
            clauses = flatten(clauses, Or.class);
        }
    }

    /** Everything but this. */
    record Not(Query clause) implements Query {}

    /**
     * A word, phrase or exact clause.
     *
     * @param text as typed, trimmed to what is looked for
     * @param slop for a quoted phrase {@code ~n}: words in any order with at most so many others between; 0 is a plain phrase
     * @param words the tests on tokens; several are a phrase, whatever the style
     */
    record Words(Zone zone, Style style, String text, int slop, List<Word> words) implements Query {
        public Words {
            words = List.copyOf(words);
        }

        /** What is asked of positions; a single word is a {@link Span.OneOf} of one. */
        public Span span() {
            if (words.size() == 1) {
                return new Span.OneOf(words);
            }
            return slop > 0 ? new Span.Window(words, slop) : new Span.Adjacent(words);
        }
    }

    /** How a {@link Words} clause was written. */
    enum Style {
        TERM,
        QUOTED,
        EXACT
    }

    /**
     * Two things close to each other; sides are {@link Words}, {@link Or} of such, or another {@link Near}.
     *
     * @param distance most positions between the sides; for {@link Join#SENTENCE} always {@value #SENTENCE_REACH}
     */
    record Near(Zone zone, Query left, Query right, Join join, int distance) implements Query {

        /** Within a sentence two words may be so far apart; less than the gap between title and text. */
        public static final int SENTENCE_REACH = 99;

        /** The same without OR: the post matches when any of these spans has an interval. */
        public List<Span> alternatives() {
            return Alternatives.of(this);
        }
    }

    /** What a {@link Near} asks. */
    enum Join {
        UNORDERED,
        ORDERED,
        SENTENCE
    }

    /**
     * A field holds a value.
     *
     * @param text as typed
     * @param key the normalized value that is among {@link Searchable#keywords()} of a matching post
     * @param pattern whether {@code key} holds wildcards
     */
    record Keyword(Field field, String text, String key, boolean pattern) implements Query {}

    /**
     * A number lies in a range; dates are milliseconds since 1970. A post without the number does not match.
     *
     * @param low may be negative infinity
     * @param high may be infinity
     */
    record Range(Field field, double low, boolean lowIncluded, double high, boolean highIncluded) implements Query {}

    /** The one clause, or all of several. */
    static Query all(List<Query> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : new And(clauses);
    }

    /** The one clause, or any of several. */
    static Query any(List<Query> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : new Or(clauses);
    }

    /** The opposite; twice is the thing itself. */
    static Query not(Query clause) {
        return clause instanceof Not not ? not.clause : new Not(clause);
    }

    /** The query in canonical spelling; parsing it gives an equal query. */
    default String print() {
        return QueryPrinter.print(this);
    }

    private static List<Query> flatten(List<Query> clauses, Class<? extends Query> kind) {
        var flat = new ArrayList<Query>();
        for (var clause : clauses) {
            if (kind.isInstance(clause)) {
                flat.addAll(clause instanceof And and ? and.clauses : ((Or) clause).clauses);
            } else {
                flat.add(clause);
            }
        }
        if (flat.size() < 2) {
            throw new IllegalArgumentException("AND and OR join at least two clauses");
        }
        return List.copyOf(flat);
    }
}
