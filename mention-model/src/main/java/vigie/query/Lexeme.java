package vigie.query;

/**
 * A piece of a query's source.
 *
 * @param text the word, the content of quotes, braces or brackets, or the field's name
 * @param number {@code n} of {@code ~n} and {@code NEAR/n}; −1 when not written
 */
record Lexeme(Kind kind, int start, int end, String text, int number) {
    enum Kind {
        OPEN,
        CLOSE,
        TERM,
        QUOTED,
        EXACT,
        FIELD,
        RANGE,
        COMPARE,
        AND,
        OR,
        NOT,
        NEAR,
        ONEAR,
        SENTENCE,
        END
    }

    boolean is(Kind kind) {
        return this.kind == kind;
    }
}
