package vigie.local.load;

import java.io.IOException;

/** The ingest service will not take this, now or later: a wrong key, a body too large. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(int status, String detail) {
        super("the ingest service answered " + status + (detail.isEmpty() ? "" : ": " + detail));
    }
}
