package vigie.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vigie.server.PidFile;

/** Looks at a data folder's pid files. */
final class PidFiles {

    private PidFiles() {}

    static List<ProcessHandle> running(Path home) {
        try (var files = Files.list(home.resolve("run"))) {
            return files.filter(f -> f.toString().endsWith(".pid"))
                    .flatMap(f -> new PidFile(f).running().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long pid(Path home, String name) {
        return new PidFile(home.resolve("run").resolve(name + ".pid"))
                .running()
                .get(0)
                .pid();
    }
}
