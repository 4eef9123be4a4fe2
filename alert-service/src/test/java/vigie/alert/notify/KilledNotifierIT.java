package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.JsonNode;
import vigie.alert.AlertService;
import vigie.alert.Raised;
import vigie.alert.setup.TopicWriter;
import vigie.json.Json;
import vigie.model.Brand;
import vigie.model.Notification;
import vigie.model.Receiver;
import vigie.topic.TopicCreation;
import vigie.topic.TopicTable;
import vigie.topic.Topics;

/**
 * The service is killed after a receiver has a message and before the service knows: the one moment in which nobody can know both. There
 * is no Elasticsearch: people are told without it.
 */
class KilledNotifierIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLS = 3;
    private static final int A_ROUND = 5;

    @TempDir
    private Path folder;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final AtomicBoolean armed = new AtomicBoolean();
    private volatile Process service;

    @Test
    void killedBetweenSendingAndRecordingItTellsAtMostOnceMoreAndForgetsNothing() throws Exception {
        var broker = new EmbeddedKafkaKraftBroker(1, 1)
                .brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        "offsets.topic.replication.factor", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1",
                        "group.initial.rebalance.delay.ms", "0"));
        broker.afterPropertiesSet();
        var hook = hook();
        Map<String, Object> kafka = Map.of("bootstrap.servers", broker.getBrokersAsString());
        try (var admin = Admin.create(kafka)) {
            TopicCreation.ONE_MACHINE.ensure(admin);
        }
        try (var writer = new TopicWriter(kafka);
                var ledger = new TopicTable<>(Topics.NOTIFICATIONS, kafka, (id, row) -> {})) {
            writer.write(
                    Topics.BRANDS,
                    "killed",
                    new Brand("killed", "Killed", null, null, null, null, null, null, null, Instant.EPOCH),
                    "test");
            writer.write(Topics.RECEIVERS, "hook", receiver(hook), "test");
            var told = new ArrayList<String>();
            service = start(broker.getBrokersAsString());
            for (int kill = 1; kill <= KILLS; kill++) {
                armed.set(true);
                for (int i = 0; i < A_ROUND; i++) {
                    var id = "a-" + kill + "-" + i;
                    told.add(id);
                    writer.write(Topics.ALERTS, "killed", Raised.open(id, "killed", Instant.now()), "test");
                }
                await().atMost(PATIENCE).until(() -> !service.isAlive());
                assertThat(service.exitValue()).as("SIGKILL").isEqualTo(137);
                assertThat(sent(ledger)).as("what was sent is not recorded").hasSize((kill - 1) * A_ROUND);
                service = start(broker.getBrokersAsString());
                var all = kill * A_ROUND;
                await().atMost(PATIENCE).until(() -> sent(ledger).size() == all);
            }
            var times = new HashMap<String, Integer>();
            var deliveries = new HashMap<String, Integer>();
            for (var body : received) {
                deliveries.merge(body.get("delivery").asString(), 1, Integer::sum);
                alertsOf(body).forEach(id -> times.merge(id, 1, Integer::sum));
            }
            assertThat(times.keySet()).as("none is lost").containsExactlyInAnyOrderElementsOf(told);
            assertThat(times.values()).as("at most one duplicate").allMatch(n -> n <= 2);
            assertThat(deliveries.values().stream().filter(n -> n > 1))
                    .as("one message came twice for each kill, and says by its id that it is the same")
                    .hasSize(KILLS)
                    .allMatch(n -> n == 2);
        } finally {
            service.destroyForcibly().waitFor();
            hook.stop(0);
            broker.destroy();
        }
    }

    /** Takes every message; when armed, kills the service before it can know. */
    private HttpServer hook() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            received.add(Json.mapper().readTree(exchange.getRequestBody().readAllBytes()));
            if (armed.compareAndSet(true, false)) {
                service.destroyForcibly();
                return;
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Receiver receiver(HttpServer hook) {
        var url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/";
        return new Receiver(
                "hook",
                "Hook",
                "webhook",
                Map.of("url", url, "secret", "sixteen or more characters"),
                List.of(),
                0,
                "en");
    }

    private Process start(String brokers) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AlertService.class.getName(),
                "--server.port=0",
                "--vigie.api-key=a key for the tests only",
                "--vigie.notify.allowed-ranges=127.0.0.1/32",
                "--vigie.notify.group-interval=0s",
                "--vigie.elasticsearch.uri=http://127.0.0.1:1",
                "--spring.kafka.bootstrap-servers=" + brokers,
                "--spring.kafka.streams.state-dir=" + folder.resolve("state")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "service.log")))
                .start();
    }

    private static List<Notification> sent(TopicTable<Notification> ledger) {
        return ledger.rows().values().stream()
                .filter(row -> row.outcome().equals(Ledger.SENT))
                .toList();
    }

    private static List<String> alertsOf(JsonNode body) {
        var ids = new ArrayList<String>();
        ids.add(body.at("/alert/id").asString());
        body.get("others").forEach(other -> ids.add(other.get("id").asString()));
        return ids;
    }
}
