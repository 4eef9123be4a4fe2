package vigie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the broker's jars and the unpacked Elasticsearch, which the build of this module puts in its target folder. The system property
 * {@code vigie.servers} names another folder that holds both.
 */
final class ServerFiles {

    private ServerFiles() {}

    static Path kafkaJars() {
        return existing(folder().resolve("kafka"));
    }

    static Path elasticsearch() {
        var folder = folder();
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(e -> e.getFileName().toString().startsWith("elasticsearch-"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow(() -> missing(folder.resolve("elasticsearch-*")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        var set = System.getProperty("vigie.servers");
        if (set != null) {
            return Path.of(set).toAbsolutePath();
        }
        try {
            // target/classes, or the jar in target
            var code = ServerFiles.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(code.toURI()).resolveSibling("").toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        return folder;
    }

    private static StartFailed missing(Path what) {
        return new StartFailed(what + " is missing: build the project again (mvn -DskipTests package).");
    }
}
