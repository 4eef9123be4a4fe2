package vigie.alert.notify;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vigie.door.InvalidField;
import vigie.model.Receiver;

/** The channels that there are; who keeps receivers asks here what their settings must look like. */
public final class Channels {

    private final Map<String, Notifier> byName = new TreeMap<>();

    Channels(Collection<Notifier> notifiers) {
        notifiers.forEach(notifier -> byName.put(notifier.channel(), notifier));
    }

    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    /** @throws InvalidField naming {@code channel} or the setting */
    public void check(String channel, Map<String, String> settings) {
        find(channel)
                .orElseThrow(() -> new InvalidField("channel", "must be one of " + String.join(", ", byName.keySet())))
                .check(settings);
    }

    /** Names of the settings of this channel that are never shown again. */
    public Set<String> secrets(String channel) {
        return find(channel).map(Notifier::secrets).orElse(Set.of());
    }

    /** The address of a person, who has to agree before anything is sent; empty where nobody has to. */
    public Optional<String> person(Receiver.Way way) {
        return personal(way.channel()).flatMap(notifier -> notifier.person(way.settings()));
    }

    Optional<PersonalNotifier> personal(String channel) {
        return find(channel).filter(PersonalNotifier.class::isInstance).map(PersonalNotifier.class::cast);
    }

    Optional<Notifier> find(String channel) {
        return Optional.ofNullable(byName.get(channel));
    }
}
