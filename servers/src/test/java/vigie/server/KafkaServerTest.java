package vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @TempDir
    Path folder;

    @Test
    void recordsOutliveTheBroker() throws Exception {
        try (var kafka = KafkaServer.start(settings(0))) {
            createTopic(kafka);
            send(kafka, "stopped");
        }
        ProcessHandle abandoned;
        try (var kafka = KafkaServer.start(settings(0))) {
            send(kafka, "killed");
            abandoned = ProcessHandle.of(kafka.process().pid()).orElseThrow();
            abandoned.destroyForcibly();
            kafka.process().onExit().join();
        }
        try (var kafka = KafkaServer.start(settings(0));
                var admin = Admin.create(config(kafka))) {
            var partition = new TopicPartition("posts", 0);
            var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();

            assertThat(end).isEqualTo(2);
        }
    }

    @Test
    void aBrokerLeftByAKilledLauncherIsEndedByTheNextStart() {
        try (var left = KafkaServer.start(settings(0))) {
            var reaped = Reaper.reap(folder.resolve("run"), Duration.ofSeconds(30));

            assertThat(reaped).containsExactly("kafka");
            assertThat(left.process().alive()).isFalse();
            assertThat(folder.resolve("run")).isEmptyDirectory();
        }
    }

    @Test
    void aPortInUseIsToldInOneSentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = other.getLocalPort();

            assertThatThrownBy(() -> KafkaServer.start(settings(port)))
                    .isInstanceOf(StartFailed.class)
                    .hasMessage(
                            "Port " + port
                                    + ", which Kafka needs, is in use by another program: stop that program or choose another port.");
        }
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("kafka/data"));
        Files.writeString(folder.resolve("kafka/data/holiday.jpg"), "not ours");

        assertThatThrownBy(() -> KafkaServer.start(settings(0)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("is not the data folder of a Kafka broker");
    }

    @Test
    void aBrokenFolderIsToldInOneSentenceAndNothingIsLeftRunning() throws Exception {
        Files.createDirectories(folder.resolve("kafka/data"));
        Files.writeString(folder.resolve("kafka/data/meta.properties"), "version=1\nnode.id=77\ncluster.id=x\n");

        assertThatThrownBy(() -> KafkaServer.start(settings(0)))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("is broken or written by another version");
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    private ServerSettings settings(int port) {
        return ServerSettings.in(folder, "kafka", port, 256, Life.SHORT);
    }

    private static Map<String, Object> config(KafkaServer kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static void createTopic(KafkaServer kafka) throws Exception {
        try (var admin = Admin.create(config(kafka))) {
            admin.createTopics(List.of(new NewTopic("posts", Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(KafkaServer kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<>(config(kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("posts", "key", value)).get();
        }
    }
}
