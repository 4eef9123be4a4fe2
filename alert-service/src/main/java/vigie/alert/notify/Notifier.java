package vigie.alert.notify;

import java.util.Map;
import java.util.Optional;
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

    /** The address of a person, who has to agree first; empty where an administrator registers a place of the team. */
    default Optional<String> person(Map<String, String> settings) {
        return Optional.empty();
    }

    /** Asks that person; tries once like {@link #send}. */
    default Delivery invite(Invitation invitation, Map<String, String> settings) {
        throw new UnsupportedOperationException(channel() + " reaches no persons");
    }
}
