package vigie.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A real Kafka broker, one node, in a process of its own. Its data outlives it. */
public final class KafkaServer implements AutoCloseable {

    static final String NAME = "kafka";

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final ChildProcess process;
    private final int port;

    private KafkaServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns once the broker answers; throws {@link StartFailed}, with nothing left running, when it does not. */
    public static KafkaServer start(ServerSettings settings) {
        var port = settings.portFor("Kafka");
        var jars = ServerFiles.kafkaJars();
        var data = settings.data().toAbsolutePath();
        var first = prepare(settings, data, port);
        if (first) {
            format(settings, jars, data);
        }
        var process = ChildProcess.start(
                command(settings, NAME, STOP, java(settings, jars, "kafka.Kafka", "server.properties"), data));
        var server = new KafkaServer(process, port);
        try {
            new Readiness(process, START, settings.data()).await(server::answers);
            process.writePidFile();
            return server;
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    /** Writes the settings; true when the folder is new. */
    private static boolean prepare(ServerSettings settings, Path data, int port) {
        try {
            var logs = data.resolve("data");
            if (Files.isDirectory(logs)
                    && !Files.exists(logs.resolve("meta.properties"))
                    && DataFolder.holdsSomething(logs)) {
                throw new StartFailed(
                        data
                                + " is not the data folder of a Kafka broker (meta.properties is missing): restore a backup or reset.");
            }
            Files.createDirectories(logs);
            try (var out = Files.newOutputStream(data.resolve("server.properties"))) {
                properties(port).store(out, "written at each start");
            }
            Files.writeString(data.resolve("log4j2.properties"), LOGGING);
            return !Files.exists(logs.resolve("meta.properties"));
        } catch (IOException e) {
            throw new StartFailed("Cannot write to the data folder " + settings.data() + ": " + e.getMessage(), e);
        }
    }

    private static void format(ServerSettings settings, Path jars, Path data) {
        var words = java(
                settings,
                jars,
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "-t",
                // Kafka's own draw: an id that began with a dash would be read as an option
                Uuid.randomUuid().toString(),
                "-c",
                "server.properties");
        try (var format = ChildProcess.start(command(settings, "kafka-format", Duration.ZERO, words, data))) {
            var exit = format.onExit().get(START.toSeconds(), TimeUnit.SECONDS);
            if (exit != 0) {
                throw new Readiness(format, START, settings.data()).ended();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while Kafka's data folder was formatted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("Kafka's data folder " + settings.data() + " could not be formatted.", e);
        }
    }

    private static ChildProcess.Command command(
            ServerSettings settings, String name, Duration patience, List<String> words, Path folder) {
        return new ChildProcess.Command(
                name,
                words,
                Map.of(),
                folder,
                settings.logs().toAbsolutePath(),
                settings.run().toAbsolutePath(),
                patience);
    }

    private static List<String> java(ServerSettings settings, Path jars, String main, String... arguments) {
        var words = new java.util.ArrayList<String>();
        words.add(Programs.java().toString());
        words.addAll(settings.life().flags());
        words.addAll(List.of(
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlog4j2.configurationFile=log4j2.properties",
                "-cp",
                jars + "/*",
                main));
        words.addAll(List.of(arguments));
        return words;
    }

    private static Properties properties(int port) {
        var controller = Ports.free();
        var p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.put("controller.listener.names", "CONTROLLER");
        p.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        // relative to the working directory: the setting is a list, and a folder's name may hold a comma
        p.put("log.dirs", "data");
        // one machine, three services: the broker's eight and three threads would wake each other more than they work
        p.put("num.io.threads", "4");
        p.put("num.network.threads", "2");
        p.put("auto.create.topics.enable", "false");
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("offsets.topic.num.partitions", "4");
        p.put("transaction.state.log.num.partitions", "4");
        p.put("share.coordinator.state.topic.num.partitions", "1");
        p.put("group.initial.rebalance.delay.ms", "0");
        // somebody who comes back after a long holiday goes on where they stopped
        p.put("offsets.retention.minutes", String.valueOf(Duration.ofDays(400).toMinutes()));
        return p;
    }

    private boolean answers() {
        // without this question first, the client would log a warning for each attempt
        if (!Ports.accepts(port)) {
            return false;
        }
        try (var admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{1} : %msg%n%throwable
            rootLogger.level = warn
            rootLogger.appenderRef.console.ref = console
            # the line that says the broker is up, and why it went
            logger.server.name = kafka.server
            logger.server.level = info
            """;
}
