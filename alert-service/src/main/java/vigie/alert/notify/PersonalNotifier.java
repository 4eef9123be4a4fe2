package vigie.alert.notify;

import java.util.Map;
import java.util.Optional;

/** A way to reach one person, who has to agree before anything else is sent; others lead to a place of the team. */
public interface PersonalNotifier extends Notifier {

    /** The person's address; empty where the settings lack it. */
    Optional<String> person(Map<String, String> settings);

    /** Asks that person; tries once like {@link #send}. */
    Delivery invite(Invitation invitation, Map<String, String> settings);
}
