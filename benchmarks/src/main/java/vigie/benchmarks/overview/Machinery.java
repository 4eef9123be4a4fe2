package vigie.benchmarks.overview;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import vigie.server.ChildProcess;
import vigie.server.ElasticsearchServer;
import vigie.server.KafkaServer;
import vigie.server.Life;
import vigie.server.Ports;
import vigie.server.Readiness;
import vigie.server.ServerSettings;

/** The servers and the alert service as {@code ./vigie up} starts them, with the same memory. */
final class Machinery implements AutoCloseable {

    /** Of the alert service here, for nobody else. */
    static final String KEY = "key-of-the-overview-benchmark";

    private static final int KAFKA_HEAP = 384;
    private static final int ELASTICSEARCH_HEAP = 512;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path root;
    private final Path data;
    private final List<ChildProcess> services = new CopyOnWriteArrayList<>();
    private final KafkaServer kafka;
    private final ElasticsearchServer elasticsearch;
    private final String bootstrap;

    Machinery(Path root, Path data) {
        this.root = root;
        this.data = data;
        System.setProperty(
                "vigie.servers", root.resolve("servers/target").toAbsolutePath().toString());
        var port = Ports.free();
        bootstrap = "127.0.0.1:" + port;
        kafka = KafkaServer.start(settings("kafka", port, KAFKA_HEAP));
        elasticsearch = ElasticsearchServer.start(settings("elasticsearch", 0, ELASTICSEARCH_HEAP));
    }

    private ServerSettings settings(String name, int port, int heap) {
        return ServerSettings.in(data, name, port, heap, Life.LONG);
    }

    URI elasticsearch() {
        return URI.create(elasticsearch.uri());
    }

    /** The alert service, reading from this Elasticsearch or from what stands before it. */
    Service alerts(URI index) throws IOException {
        var port = Ports.free();
        var words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(Life.LONG.flags());
        words.addAll(List.of("-Xmx512m", "-XX:+UseG1GC", "-jar", jar().toString()));
        var environment = Map.of(
                "VIGIE_API_KEY",
                KEY,
                "SERVER_PORT",
                Integer.toString(port),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                bootstrap,
                "SPRING_KAFKA_STREAMS_STATE_DIR",
                data.resolve("state").toString(),
                "VIGIE_ELASTICSEARCH_URI",
                index.toString());
        var process = ChildProcess.start(new ChildProcess.Command(
                "alert-service",
                words,
                environment,
                Path.of("").toAbsolutePath(),
                data.resolve("logs"),
                data.resolve("run"),
                PATIENCE));
        services.add(process);
        var address = URI.create("http://127.0.0.1:" + port);
        new Readiness(process, PATIENCE, data)
                .await(() -> Readiness.answers(address.resolve("/actuator/health/readiness")));
        return new Service(process, address);
    }

    private Path jar() throws IOException {
        var folder = root.resolve("alert-service/target/unpacked");
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith("-exec.jar"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("no alert service in " + folder + ": build the project"));
        }
    }

    @Override
    public void close() {
        services.forEach(ChildProcess::close);
        kafka.close();
        elasticsearch.close();
    }

    /** A running alert service. */
    record Service(ChildProcess process, URI address) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }
}
