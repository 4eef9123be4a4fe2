package vigie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes behind one name, on disk, so that a later start can end what a killed launcher left. A process is its id and its start
 * time: an id alone is given to somebody else's process one day.
 */
public final class PidFile {

    /** The boot time from which Linux computes start times moves by about a second when the clock is adjusted. */
    private static final Duration CLOCK_ADJUSTMENT = Duration.ofSeconds(2);

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    /** Writes the process and everything it has started so far. */
    public void write(ProcessHandle process) {
        var lines = Stream.concat(Stream.of(process), process.descendants())
                .flatMap(p -> p.info().startInstant().map(start -> p.pid() + " " + start.toEpochMilli()).stream())
                .toList();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Those of the processes written here that still run. */
    public List<ProcessHandle> running() {
        try {
            return Files.readAllLines(file).stream()
                    .flatMap(line -> process(line).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private static Optional<ProcessHandle> process(String line) {
        var words = line.split(" ", -1);
        try {
            var start = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(p -> p.info()
                            .startInstant()
                            .filter(s -> Duration.between(s, start).abs().compareTo(CLOCK_ADJUSTMENT) <= 0)
                            .isPresent());
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // half a line, left by a full disk
            return Optional.empty();
        }
    }
}
