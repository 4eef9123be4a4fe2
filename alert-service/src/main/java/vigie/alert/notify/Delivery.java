package vigie.alert.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to tell somebody: whoever sends knows best whether trying again may help. */
public sealed interface Delivery {

    record Sent() implements Delivery {}

    /**
     * It may work later.
     *
     * @param after what the other side asked for, if it did
     */
    record Retry(String reason, @Nullable Duration after) implements Delivery {}

    /** It will never work as it is. */
    record Rejected(String reason) implements Delivery {}
}
