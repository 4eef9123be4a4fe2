package vigie.door;

/** What the caller asked for does not exist (or not for this caller); becomes a 404 problem. */
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotThere(String message) {
        super(message);
    }
}
