package vigie.local.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The API key a command shows to the services: the environment's, else the one the launcher keeps. */
public final class LocalKey {

    private LocalKey() {}

    /** @param data the launcher's data folder */
    public static String find(Path data) throws IOException {
        var fromEnvironment = System.getenv("VIGIE_API_KEY");
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return fromEnvironment;
        }
        var credentials = data.resolve("credentials");
        if (!Files.isReadable(credentials)) {
            throw new IOException(
                    "no key: set VIGIE_API_KEY, or run this where ./vigie up was started (no " + credentials + ")");
        }
        return Files.readAllLines(credentials).stream()
                .filter(line -> line.startsWith("VIGIE_API_KEY="))
                .map(line -> line.substring("VIGIE_API_KEY=".length()).strip())
                .findFirst()
                .orElseThrow(() -> new IOException(credentials + " holds no VIGIE_API_KEY"));
    }
}
