package vigie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ends what a launcher that was killed has left running. */
public final class Reaper {

    static final String SUFFIX = ".pid";

    private Reaper() {}

    /**
     * Ends every process that has a pid file in the folder, the last started first, and deletes the files.
     *
     * @param patience how long each may take to stop by itself
     * @return the names of those that were still running
     */
    public static List<String> reap(Path run, Duration patience) {
        var reaped = new ArrayList<String>();
        for (var file : pidFiles(run)) {
            var pidFile = new PidFile(file);
            var running = pidFile.running();
            if (!running.isEmpty()) {
                Ending.end(running, patience);
                reaped.add(file.getFileName().toString().replace(SUFFIX, ""));
            }
            pidFile.delete();
        }
        return reaped;
    }

    private static List<Path> pidFiles(Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (var files = Files.list(run)) {
            return files.filter(f -> f.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(Reaper::age).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + run, e);
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
