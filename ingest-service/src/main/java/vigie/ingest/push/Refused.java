package vigie.ingest.push;

/** An item cannot be accepted because of one field; the message says what the field must be, never what it held. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    Refused(String field, String error) {
        super(error, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    String error() {
        return String.valueOf(getMessage());
    }
}
