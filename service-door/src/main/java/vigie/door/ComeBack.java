package vigie.door;

import java.time.Duration;

/** Not now: something Vigie needs is away or too busy; becomes a 503 (or 429) problem with {@code Retry-After}. */
public final class ComeBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Duration after;

    public ComeBack(int status, Duration after, String message) {
        super(message);
        this.status = status;
        this.after = after;
    }

    public int status() {
        return status;
    }

    public Duration after() {
        return after;
    }
}
