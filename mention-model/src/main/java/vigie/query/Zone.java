package vigie.query;

/** Where words are looked for. */
public enum Zone {
    /** Title, text and declared hashtags. */
    ANYWHERE("all"),
    TITLE("title");

    private final String field;

    Zone(String field) {
        this.field = field;
    }

    /** The name every engine gives this zone's group of fields. */
    public String field() {
        return field;
    }
}
