package vigie.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import vigie.server.StartFailed;

/**
 * The key and the password of this installation: the environment's, else those kept in the data folder, else new ones.
 *
 * @param generated whether the password was made just now, so that it is shown this once
 */
public record Credentials(String apiKey, String adminPassword, boolean generated) {

    public static final String API_KEY = "VIGIE_API_KEY";
    public static final String ADMIN_PASSWORD = "VIGIE_ADMIN_PASSWORD";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Finds or makes them. What comes from the environment is written nowhere. */
    public static Credentials of(Home home, Map<String, String> environment) {
        var kept = read(home.credentials());
        var before = Map.copyOf(kept);
        var apiKey = find(API_KEY, 32, environment, kept);
        var password = find(ADMIN_PASSWORD, 12, environment, kept);
        if (!kept.equals(before)) {
            write(home.credentials(), kept);
        }
        return new Credentials(
                apiKey, password, kept.containsKey(ADMIN_PASSWORD) && !before.containsKey(ADMIN_PASSWORD));
    }

    private static String find(String name, int bytes, Map<String, String> environment, Map<String, String> kept) {
        var given = environment.get(name);
        return given != null && !given.isBlank() ? given : kept.computeIfAbsent(name, n -> secret(bytes));
    }

    private static String secret(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static Map<String, String> read(Path file) {
        var values = new HashMap<String, String>();
        if (!Files.exists(file)) {
            return values;
        }
        try {
            for (var line : Files.readAllLines(file)) {
                var equals = line.indexOf('=');
                if (equals > 0 && equals < line.length() - 1) {
                    values.put(
                            line.substring(0, equals),
                            line.substring(equals + 1).strip());
                }
            }
            return values;
        } catch (IOException e) {
            throw new StartFailed("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void write(Path file, Map<String, String> values) {
        try {
            // never readable by others, not even for a moment
            var fresh = Files.createTempFile(
                    file.resolveSibling(""),
                    "credentials",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    fresh,
                    values.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .sorted()
                            .toList());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartFailed("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
