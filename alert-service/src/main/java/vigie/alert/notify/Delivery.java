package vigie.alert.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one try to tell somebody: whoever sends knows best whether trying again may help. */
public sealed interface Delivery {

    /** @param receipt what the other side answered when it took it, such as {@code 202} */
    record Sent(String receipt) implements Delivery {}

    /**
     * It may work later.
     *
     * @param after what the other side asked for, if it did
     */
    record Retry(Trouble trouble, String reason, @Nullable Duration after) implements Delivery {}

    /** It will never work as it is. */
    record Rejected(String reason) implements Delivery {}

    /** Why it did not work this time; each kind has its own pace. */
    enum Trouble {
        /** It is there and asks for patience. */
        BUSY,
        /** It is there and something in it is broken. */
        BROKEN,
        /** Nobody answers. */
        AWAY,
        /** It took the time that was left to it. */
        HANGING
    }
}
