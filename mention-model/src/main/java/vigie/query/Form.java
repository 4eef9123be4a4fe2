package vigie.query;

/** Which of a token's three aligned forms a word of a query is compared with; engines keep one field for each. */
public enum Form {
    /** Lower case without accents: what most people type. */
    FOLDED("folded"),
    /** Lower case with accents, for words typed with theirs. */
    ACCENTED("accented"),
    /** As written, for {@code {exact}} clauses. */
    EXACT("exact");

    private final String field;

    Form(String field) {
        this.field = field;
    }

    /** The name every engine gives the field of this form. */
    public String field() {
        return field;
    }
}
