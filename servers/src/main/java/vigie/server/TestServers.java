package vigie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For the tests of every module: one real, small Elasticsearch per JVM, started when first asked for, gone with the JVM. */
public final class TestServers {

    private static final String PREFIX = "vigie-test-";
    private static final int HEAP_MEGABYTES = 320;

    private static @Nullable ElasticsearchServer elasticsearch;

    private TestServers() {}

    /** The shared Elasticsearch. Tests share its indices, too: choose names of your own. */
    public static synchronized ElasticsearchServer elasticsearch() {
        if (elasticsearch == null) {
            var folder = folder();
            var server = ElasticsearchServer.start(
                    ServerSettings.in(folder, ElasticsearchServer.NAME, 0, HEAP_MEGABYTES, Life.SHORT));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.process().kill();
                delete(folder);
            }));
            elasticsearch = server;
        }
        return elasticsearch;
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory(PREFIX);
            if (OrdinaryUser.needed()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
            new PidFile(owner(folder)).write(ProcessHandle.current());
            reapAbandoned(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test JVM that was killed could not tidy up. */
    private static void reapAbandoned(Path ours) throws IOException {
        try (var folders = Files.newDirectoryStream(ours.resolveSibling(""), PREFIX + "*")) {
            for (var folder : folders) {
                // anybody can put a folder of that name there, with the ids of our processes in it
                if (Files.getOwner(folder).equals(Files.getOwner(ours))
                        && new PidFile(owner(folder)).running().isEmpty()) {
                    Reaper.reap(folder.resolve("run"), Duration.ZERO);
                    delete(folder);
                }
            }
        }
    }

    private static Path owner(Path folder) {
        return folder.resolve("owner");
    }

    private static void delete(Path folder) {
        try {
            DataFolder.delete(folder);
        } catch (IOException e) {
            // the next test run tries again
        }
    }
}
