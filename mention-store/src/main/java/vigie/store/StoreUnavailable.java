package vigie.store;

/**
 * Elasticsearch cannot answer now: unreachable, overloaded, or unable to accept anything. Nothing is wrong with what was asked or
 * written; the caller waits and tries the same again, which is harmless since every write carries a version.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    StoreUnavailable(String message) {
        super(message);
    }
}
