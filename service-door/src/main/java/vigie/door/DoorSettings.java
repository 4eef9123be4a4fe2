package vigie.door;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may enter.
 *
 * @param apiKey an administrator's key, environment {@code VIGIE_API_KEY}; without one a service refuses to start
 * @param adminPassword of the dashboard's user {@code admin}, environment {@code VIGIE_ADMIN_PASSWORD}
 * @param keys further keys: SHA-256 of the key in hexadecimal → role
 */
@ConfigurationProperties("vigie")
public record DoorSettings(
        @Nullable String apiKey, @Nullable String adminPassword, Map<String, Role> keys) {

    public DoorSettings {
        if (apiKey == null || apiKey.length() < 16) {
            throw new IllegalStateException(
                    "VIGIE_API_KEY is missing or shorter than 16 characters: set it to a long random value, the same for all three services");
        }
        keys = keys == null ? Map.of() : Map.copyOf(keys);
    }

    @Override
    public String toString() {
        return "DoorSettings[" + keys.size() + " keys]";
    }
}
