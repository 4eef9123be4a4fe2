package vigie.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import vigie.model.PostId;

/** Finds the role of an API key without telling by timing how much of it was right. */
final class Keys {

    private final byte[] admin;
    private final DoorSettings settings;

    Keys(DoorSettings settings) {
        this.settings = settings;
        this.admin = hash(settings.apiKey() == null ? "" : settings.apiKey());
    }

    Optional<Role> roleOf(String key) {
        var hash = hash(key);
        if (MessageDigest.isEqual(hash, admin)) {
            return Optional.of(Role.ADMIN);
        }
        return settings.keys().entrySet().stream()
                .filter(e -> MessageDigest.isEqual(hash, e.getKey().getBytes(StandardCharsets.US_ASCII)))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    private static byte[] hash(String key) {
        return PostId.hash(key).getBytes(StandardCharsets.US_ASCII);
    }
}
