package vigie.server;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system. */
final class Programs {

    private Programs() {}

    /** Where a program is, on the path or in the usual folders (a service manager's path can be short). */
    static Optional<Path> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin", "/bin", "/usr/sbin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The Java this process runs on: children get the same. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
