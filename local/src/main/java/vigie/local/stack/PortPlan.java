package vigie.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;
import vigie.server.StartFailed;

/** Which port is whose: options of the commands that start something, and a file while it runs, so that the others find it. */
public final class PortPlan {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:VIGIE_PORT:-8080}",
            description = "of the dashboard and the alert service (VIGIE_PORT, default: ${DEFAULT-VALUE})")
    private int alert = 8080;

    @Option(
            names = "--ingest-port",
            paramLabel = "PORT",
            defaultValue = "${env:VIGIE_INGEST_PORT:-8081}",
            description = "of the ingest service (VIGIE_INGEST_PORT, default: ${DEFAULT-VALUE})")
    private int ingest = 8081;

    @Option(
            names = "--analysis-port",
            paramLabel = "PORT",
            defaultValue = "${env:VIGIE_ANALYSIS_PORT:-8082}",
            description = "of the analysis service (VIGIE_ANALYSIS_PORT, default: ${DEFAULT-VALUE})")
    private int analysis = 8082;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "${env:VIGIE_KAFKA_PORT:-9092}",
            description = "of Kafka (VIGIE_KAFKA_PORT, default: ${DEFAULT-VALUE})")
    private int kafka = 9092;

    @Option(
            names = "--elasticsearch-port",
            paramLabel = "PORT",
            defaultValue = "${env:VIGIE_ELASTICSEARCH_PORT:-9200}",
            description = "of Elasticsearch (VIGIE_ELASTICSEARCH_PORT, default: ${DEFAULT-VALUE})")
    private int elasticsearch = 9200;

    public PortPlan() {}

    public PortPlan(int alert, int ingest, int analysis, int kafka, int elasticsearch) {
        this.alert = alert;
        this.ingest = ingest;
        this.analysis = analysis;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
    }

    public int alert() {
        return alert;
    }

    public int ingest() {
        return ingest;
    }

    public int analysis() {
        return analysis;
    }

    public int kafka() {
        return kafka;
    }

    public int elasticsearch() {
        return elasticsearch;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + kafka;
    }

    /** Process name → port, in the order of starting. */
    public Map<String, Integer> byName() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("kafka", kafka);
        all.put("elasticsearch", elasticsearch);
        all.put("ingest-service", ingest);
        all.put("analysis-service", analysis);
        all.put("alert-service", alert);
        return all;
    }

    void write(Home home) {
        var file = home.ports();
        var properties = new Properties();
        byName().forEach((name, port) -> properties.setProperty(name, port.toString()));
        try {
            Files.createDirectories(home.run());
            try (var out = Files.newOutputStream(file)) {
                properties.store(out, null);
            }
        } catch (IOException e) {
            throw new StartFailed("The file " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /** What the launcher that used the folder last has written. */
    public static Optional<PortPlan> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
            return Optional.of(new PortPlan(
                    port(properties, "alert-service"),
                    port(properties, "ingest-service"),
                    port(properties, "analysis-service"),
                    port(properties, "kafka"),
                    port(properties, "elasticsearch")));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int port(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name, ""));
    }
}
