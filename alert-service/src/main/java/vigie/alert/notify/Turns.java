package vigie.alert.notify;

import java.time.Duration;

/** When and on which thread something is sent; apart from what is sent, so that hours of patience can be tried in a moment. */
interface Turns {

    /** Runs a task after a pause. */
    void in(Duration pause, String receiver, Runnable task);

    /** What the last try says about a receiver. */
    void tried(String receiver, Delivery delivery);

    /** Begins nothing more, and lets what is under way end, so that it is not told twice. */
    void close(Duration patience);
}
