package vigie.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vigie.server.Life;
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
    static List<Program> services(Path root, PortPlan ports, Life life) {
        return List.of(
                service(root, "ingest-service", ports.ingest(), life),
                service(root, "analysis-service", ports.analysis(), life),
                service(root, "alert-service", ports.alert(), life));
    }

    private static Program service(Path root, String name, int port, Life life) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(life.flags());
        words.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
        // a collector that does not stop everything for a second, and priorities of threads that count
        words.addAll(List.of("-XX:+UseG1GC", "-XX:ThreadPriorityPolicy=1"));
        words.addAll(List.of("-jar", jar(root, name).toString()));
        return new Program(name, port, words);
    }

    private static Path jar(Path root, String name) {
        var target = root.resolve(name).resolve("target").resolve("unpacked");
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
