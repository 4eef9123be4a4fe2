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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
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

    private static final Logger log = LoggerFactory.getLogger(KilledNotifierIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int KILLS = 3;
    private static final int A_ROUND = 5;
    private static final String GROUP = "vigie-notify";

    /** With the logs of the processes, kept where the test fails. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static EmbeddedKafkaBroker broker;
    private static Admin admin;
    private static TopicWriter writer;
    private static TopicTable<Notification> ledger;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<Process> started = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> armed = brand -> false;
    private volatile Process service;
    private HttpServer hook;

    @BeforeAll
    static void broker() throws Exception {
        broker = new EmbeddedKafkaKraftBroker(1, 1)
                .brokerProperties(Map.of(
                        "auto.create.topics.enable", "false",
                        "offsets.topic.replication.factor", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1",
                        "group.initial.rebalance.delay.ms", "0"));
        broker.afterPropertiesSet();
        Map<String, Object> kafka = Map.of("bootstrap.servers", broker.getBrokersAsString());
        admin = Admin.create(kafka);
        TopicCreation.ONE_MACHINE.ensure(admin);
        writer = new TopicWriter(kafka);
        ledger = new TopicTable<>(Topics.NOTIFICATIONS, kafka, (id, row) -> {});
    }

    @AfterAll
    static void close() {
        ledger.close();
        writer.close();
        admin.close();
        broker.destroy();
    }

    @BeforeEach
    void start() throws Exception {
        hook = hook();
    }

    @AfterEach
    void stop() throws Exception {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
        hook.stop(0);
    }

    @Test
    void killedBetweenSendingAndRecordingItTellsAtMostOnceMoreAndForgetsNothing() throws Exception {
        setUp("hook", List.of("killed"));
        var told = new ArrayList<String>();
        service = start("one", "0s");
        for (int kill = 1; kill <= KILLS; kill++) {
            armed = brand -> true;
            for (int i = 0; i < A_ROUND; i++) {
                var id = "a-" + kill + "-" + i;
                told.add(id);
                raise(id, "killed");
            }
            await().atMost(PATIENCE).until(() -> !service.isAlive());
            assertThat(service.exitValue()).as("SIGKILL").isEqualTo(137);
            assertThat(sent("hook")).as("what was sent is not recorded").hasSize((kill - 1) * A_ROUND);
            service = start("one", "0s");
            var all = kill * A_ROUND;
            await().atMost(PATIENCE).until(() -> sent("hook").size() == all);
        }
        assertThat(times().keySet()).as("none is lost").containsExactlyInAnyOrderElementsOf(told);
        assertThat(times().values()).as("at most one duplicate").allMatch(n -> n <= 2);
        assertThat(deliveries().values().stream().filter(n -> n > 1))
                .as("one message came twice for each kill, and says by its id that it is the same")
                .hasSize(KILLS)
                .allMatch(n -> n == 2);
    }

    @Test
    void oneOfTwoThatIsKilledIsTakenOverWithWhatItHadYetToSend() throws Exception {
        var brands = IntStream.range(0, 8).mapToObj(i -> "pair-" + i).toList();
        setUp("pair", brands);
        var processes = Map.of("a", start("a", "10s"), "b", start("b", "10s"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(owners().values())
                        .as("both instances have something to do")
                        .containsAll(processes.keySet()));
        var partitions = new HashMap<String, Integer>();
        for (var brand : brands) {
            partitions.put(brand, raise("first-" + brand, brand));
        }
        await().atMost(PATIENCE).until(() -> sent("pair").size() == brands.size());
        // gathered with what was told a moment ago: each waits for its time
        brands.forEach(brand -> raise("second-" + brand, brand));
        await().atMost(PATIENCE).until(() -> waiting("pair").size() == brands.size());
        var owners = owners();
        var victim = owners.get(partitions.get(brands.get(0)));
        var ofVictim = brands.stream()
                .filter(brand -> owners.get(partitions.get(brand)).equals(victim))
                .toList();
        service = processes.get(victim);
        armed = ofVictim::contains;
        await().atMost(PATIENCE).until(() -> !service.isAlive());
        var killed = System.nanoTime();
        var before = times();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ofVictim.stream()
                        .anyMatch(brand -> times().getOrDefault("second-" + brand, 0)
                                > before.getOrDefault("second-" + brand, 0)));
        log.info("taken over {} ms after the kill", (System.nanoTime() - killed) / 1_000_000);
        await().atMost(PATIENCE).until(() -> sent("pair").size() == 2 * brands.size());
        assertThat(processes.values().stream().filter(Process::isAlive)).hasSize(1);
        assertThat(times().keySet())
                .as("none is lost")
                .containsAll(brands.stream().map(brand -> "second-" + brand).toList());
        assertThat(deliveries().values().stream().filter(n -> n > 1))
                .as("the one message under way came twice, under the same id")
                .containsExactly(2);
    }

    private void setUp(String receiver, List<String> brands) {
        for (var brand : brands) {
            writer.write(
                    Topics.BRANDS,
                    brand,
                    new Brand(brand, brand, null, null, null, null, null, null, null, Instant.EPOCH),
                    "test");
        }
        var url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/";
        var settings = Map.of("url", url, "secret", "sixteen or more characters");
        writer.write(
                Topics.RECEIVERS,
                receiver,
                new Receiver(receiver, receiver, "webhook", settings, brands, 0, "en"),
                "test");
    }

    private static int raise(String id, String brand) {
        return writer.write(Topics.ALERTS, brand, Raised.open(id, brand, Instant.now()), "test")
                .partition();
    }

    /** Partition of alerts → which instance is in charge of it. */
    private static Map<Integer, String> owners() throws Exception {
        var owners = new HashMap<Integer, String>();
        // asked after all groups: a single one that nobody joined yet would be an error
        var known = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(GroupListing::groupId)
                .filter(GROUP::equals)
                .toList();
        for (var group : admin.describeConsumerGroups(known).all().get().values()) {
            owners.putAll(owners(group));
        }
        return owners;
    }

    private static Map<Integer, String> owners(ConsumerGroupDescription group) {
        var owners = new HashMap<Integer, String>();
        for (var member : group.members()) {
            member.assignment()
                    .topicPartitions()
                    .forEach(p -> owners.put(p.partition(), member.clientId().substring(0, 1)));
        }
        return owners;
    }

    /** Alert → how often it was told. */
    private Map<String, Integer> times() {
        var times = new HashMap<String, Integer>();
        received.forEach(body -> alertsOf(body).forEach(id -> times.merge(id, 1, Integer::sum)));
        return times;
    }

    /** Message → how often it came. */
    private Map<String, Integer> deliveries() {
        var deliveries = new HashMap<String, Integer>();
        received.forEach(body -> deliveries.merge(body.get("delivery").asString(), 1, Integer::sum));
        return deliveries;
    }

    /** Takes every message; when armed, kills the service before it can know. */
    private HttpServer hook() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            var body = Json.mapper().readTree(exchange.getRequestBody().readAllBytes());
            received.add(body);
            if (kills(body.at("/alert/brand").asString())) {
                service.destroyForcibly();
                return;
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private synchronized boolean kills(String brand) {
        var kills = armed.test(brand);
        if (kills) {
            armed = other -> false;
        }
        return kills;
    }

    private Process start(String name, String groupInterval) throws Exception {
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
                "--vigie.notify.group-interval=" + groupInterval,
                "--vigie.elasticsearch.uri=http://127.0.0.1:1",
                "--spring.kafka.client-id=" + name,
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
                "--spring.kafka.streams.state-dir=" + folder.resolve("state-" + name)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), name + ".log")))
                .start();
        started.add(process);
        return process;
    }

    private static List<Notification> sent(String receiver) {
        return rows(receiver, Ledger.SENT);
    }

    private static List<Notification> waiting(String receiver) {
        return rows(receiver, Ledger.PENDING).stream()
                .filter(row -> row.due() != null)
                .toList();
    }

    private static List<Notification> rows(String receiver, String outcome) {
        return ledger.rows().values().stream()
                .filter(row -> row.receiver().equals(receiver) && row.outcome().equals(outcome))
                .toList();
    }

    private static List<String> alertsOf(JsonNode body) {
        var ids = new ArrayList<String>();
        ids.add(body.at("/alert/id").asString());
        body.get("others").forEach(other -> ids.add(other.get("id").asString()));
        return ids;
    }
}
