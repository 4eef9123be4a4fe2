package vigie.store;

/** A question that cannot be asked, with the field to blame; the HTTP side turns it into a 422. */
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    RefusedRequest(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
