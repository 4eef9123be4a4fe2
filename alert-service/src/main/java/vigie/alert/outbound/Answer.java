package vigie.alert.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface Answer {

    /**
     * The other side answered.
     *
     * @param retryAfter when it wants to be asked again, if it says so
     */
    record Status(int code, @Nullable Duration retryAfter) implements Answer {}

    /** Nothing was sent, and never will be to this address. */
    record Refused(String reason) implements Answer {}

    /** @param late whether the time was up, as against an address where nobody answers */
    record Silence(String reason, boolean late) implements Answer {}
}
