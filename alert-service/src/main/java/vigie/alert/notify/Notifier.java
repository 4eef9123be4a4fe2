package vigie.alert.notify;

import java.util.Map;
import java.util.Set;
import vigie.door.InvalidField;

/** A way to reach people. A new one is a package with a bean of this type; nothing else needs to know it. */
public interface Notifier {

    /** Its name in a receiver's {@code channel}. */
    String channel();

    /** Names of the settings that are never shown again. */
    Set<String> secrets();

    /**
     * Looks at a receiver's settings before they are kept.
     *
     * @throws InvalidField naming the setting
     */
    void check(Map<String, String> settings);

    /** Tries once, within a bounded time; never throws for what the other side does. */
    Delivery send(Message message, Map<String, String> settings);
}
