package vigie.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import vigie.server.StartFailed;

/**
 * A service as it is started.
 *
 * @param words program and arguments
 */
record Program(String name, int port, List<String> words) {

    Program {
        words = List.copyOf(words);
    }

    /** The three services of a built checkout, in the order of starting: the same jars as in the containers. */
    static List<Program> services(Path root, PortPlan ports) {
        return List.of(
                service(root, "ingest-service", ports.ingest()),
                service(root, "analysis-service", ports.analysis()),
                service(root, "alert-service", ports.alert()));
    }

    private static Program service(Path root, String name, int port) {
        return new Program(
                name,
                port,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar(root, name).toString()));
    }

    private static Path jar(Path root, String name) {
        var target = root.resolve(name).resolve("target");
        try (var files = Files.newDirectoryStream(target, name + "-*-exec.jar")) {
            return java.util.stream.StreamSupport.stream(files.spliterator(), false)
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> missing(target));
        } catch (IOException e) {
            throw missing(target);
        }
    }

    private static StartFailed missing(Path target) {
        return new StartFailed(
                "The service's jar is missing in " + target + ": build the project (mvn -DskipTests package).");
    }
}
