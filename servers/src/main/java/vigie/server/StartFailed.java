package vigie.server;

/** A process that could not be started, told in one sentence that a person can act on. */
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailed(String sentence) {
        super(sentence);
    }

    public StartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
