package vigie.alert.notify;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vigie.door.InvalidField;

/** The channels that there are; who keeps receivers asks here what their settings must look like. */
public final class Channels {

    private final Map<String, Notifier> byName;

    Channels(Collection<Notifier> notifiers) {
        byName = notifiers.stream().collect(Collectors.toUnmodifiableMap(Notifier::channel, Function.identity()));
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

    Optional<Notifier> find(String channel) {
        return Optional.ofNullable(byName.get(channel));
    }
}
