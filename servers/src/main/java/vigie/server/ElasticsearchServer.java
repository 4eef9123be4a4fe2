package vigie.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Elasticsearch, one node, in a process of its own, also when we are root. Its data outlives it. */
public final class ElasticsearchServer implements AutoCloseable {

    static final String NAME = "elasticsearch";

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final ChildProcess process;
    private final int port;

    private ElasticsearchServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns once all indices can be searched; throws {@link StartFailed}, with nothing left running, when it does not. */
    public static ElasticsearchServer start(ServerSettings settings) {
        var port = settings.portFor("Elasticsearch");
        var process = ChildProcess.start(command(settings, port));
        var server = new ElasticsearchServer(process, port);
        try {
            new Readiness(process, START, settings.data()).await(server::healthy);
            // by now it has started its second process
            process.writePidFile();
            return server;
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    private static ChildProcess.Command command(ServerSettings settings, int port) {
        try {
            var root = OrdinaryUser.needed();
            var home = ServerFiles.elasticsearch();
            var folder = settings.data().toAbsolutePath();
            if (root) {
                OrdinaryUser.requireJava();
                home = OrdinaryUser.readable(home);
                folder = OrdinaryUser.place(folder);
            }
            prepare(home, folder, settings, port);
            if (root) {
                OrdinaryUser.give(folder);
            }
            var words = new ArrayList<>(behindTheAlerts());
            words.addAll(root ? OrdinaryUser.prefix() : List.of());
            words.add(home.resolve("bin/elasticsearch").toString());
            return new ChildProcess.Command(
                    NAME,
                    words,
                    environment(folder),
                    folder,
                    settings.logs().toAbsolutePath(),
                    settings.run().toAbsolutePath(),
                    STOP);
        } catch (IOException e) {
            throw new StartFailed("Cannot write to the data folder " + settings.data() + ": " + e.getMessage(), e);
        }
    }

    /** On a machine with too much to do, searches wait before alerts do. */
    private static List<String> behindTheAlerts() {
        return Programs.find("nice")
                .map(nice -> List.of(nice.toString(), "-n", "4"))
                .orElse(List.of());
    }

    private static Map<String, String> environment(Path folder) {
        return Map.of(
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_PATH_CONF", folder.resolve("config").toString(),
                "ES_TMPDIR", folder.resolve("tmp").toString(),
                "HOME", folder.toString(),
                "ES_JAVA_OPTS", "");
    }

    private static void prepare(Path home, Path folder, ServerSettings settings, int port) throws IOException {
        var data = folder.resolve("data");
        if (Files.isDirectory(data) && DataFolder.holdsSomething(data) && !Files.isDirectory(data.resolve("_state"))) {
            throw new StartFailed(folder
                    + " is not the data folder of an Elasticsearch (_state is missing): restore a backup or reset.");
        }
        // a restored folder can hold settings of strangers, which can name programs to run
        DataFolder.delete(folder.resolve("config"));
        for (var name : List.of("config", "data", "tmp", "logs")) {
            Files.createDirectories(folder.resolve(name));
        }
        var config = folder.resolve("config");
        for (var name : List.of("roles.yml", "role_mapping.yml", "users", "users_roles")) {
            var file = home.resolve("config").resolve(name);
            if (Files.exists(file)) {
                Files.copy(file, config.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(
                config.resolve("elasticsearch.yml"),
                SETTINGS.formatted(port, Ports.free(), quoted(data), quoted(folder.resolve("logs"))));
        Files.writeString(config.resolve("log4j2.properties"), LOGGING);
        Files.writeString(config.resolve("jvm.options"), jvm(settings));
    }

    private static String jvm(ServerSettings settings) {
        return JVM.formatted(settings.heapMegabytes())
                + String.join("\n", settings.life().flags()) + "\n";
    }

    /** As a YAML string in single quotes. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private boolean healthy() {
        // 408 until all primary shards are there
        return Readiness.answers(URI.create(uri() + "/_cluster/health?wait_for_status=yellow&timeout=2s"));
    }

    public String uri() {
        return "http://127.0.0.1:" + port;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private static final String SETTINGS = """
            cluster.name: vigie
            node.name: vigie
            discovery.type: single-node
            http.host: 127.0.0.1
            http.port: %d
            transport.host: 127.0.0.1
            transport.port: %d
            path.data: %s
            path.logs: %s
            xpack.security.enabled: false
            xpack.ml.enabled: false
            # the launcher looks after the disk; a laptop nine tenths full must not turn indices read-only
            cluster.routing.allocation.disk.threshold_enabled: false
            """;

    private static final String JVM = """
            -Xms128m
            -Xmx%dm
            -XX:-AlwaysPreTouch
            -XX:+UseSerialGC
            -XX:+ExitOnOutOfMemoryError
            -Djava.io.tmpdir=${ES_TMPDIR}
            """;

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{1.} : %msg%n%throwable
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            """;
}
