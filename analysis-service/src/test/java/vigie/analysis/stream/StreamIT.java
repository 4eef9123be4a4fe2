package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.analysis.TopicSettings;
import vigie.model.AnalysedMention;
import vigie.model.Mention;
import vigie.topic.TopicCreation;
import vigie.topic.Topics;

/** The topology as it runs in the service, against a real broker. */
class StreamIT {

    @TempDir
    private Path state;

    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
            .brokerProperties(Map.of(
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1"));
    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, byte[]> consumer;
    private StreamsProcess process;
    private TuningTable tunings;
    private final List<AnalysedMention> said = new ArrayList<>();
    private int letters;

    @BeforeEach
    void start() throws Exception {
        broker.afterPropertiesSet();
        try (var admin = Admin.create(bootstrap())) {
            TopicCreation.ONE_MACHINE.ensure(admin);
        }
        producer = new KafkaProducer<>(bootstrap(), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.getBrokersAsString(),
                        "isolation.level", "read_committed",
                        "group.id", "reader",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.ANALYSED_MENTIONS.name(), Topics.MENTIONS.deadLetters()));
        process = process();
        process.start();
    }

    @AfterEach
    void stop() {
        process.stop();
        tunings.close();
        consumer.close();
        producer.close();
        broker.destroy();
    }

    private Map<String, Object> bootstrap() {
        return Map.of("bootstrap.servers", broker.getBrokersAsString());
    }

    private StreamsProcess process() {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.getBrokersAsString()));
        kafka.getStreams().setStateDir(state.toString());
        var settings = new StreamSettings(
                "analysis",
                1,
                Duration.ofMillis(50),
                Duration.ofDays(7),
                new StreamSettings.ViralityConstants(null, Map.of(), 100, 200),
                new StreamSettings.StoryMemory(1_000, 2_000, Duration.ofDays(14)),
                new StreamSettings.BrandLearning(true, 0.5, Duration.ofDays(30), Duration.ofSeconds(1), 100),
                Map.of());
        tunings = new StreamAccess().tunings(kafka);
        return new StreamAccess()
                .streams(
                        kafka,
                        settings,
                        new TopicSettings(4, (short) 1, Duration.ofDays(30)),
                        Bench.LANGUAGES,
                        Bench.SENTIMENTS,
                        tunings);
    }

    @Test
    void aRestartRemembersAndAPoisonedRecordStopsNothing() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> process.health().getStatus().equals(Status.UP));
        for (int i = 0; i < 20; i++) {
            mention(i);
        }
        producer.send(new ProducerRecord<>("mentions", "x:1", "{".getBytes(StandardCharsets.UTF_8)));
        awaitSaid(20);

        process.stop();
        assertThat(process.health().getStatus()).isNotEqualTo(Status.UP);
        for (int i = 0; i < 25; i++) {
            mention(i);
        }
        tunings.close();
        process = process();
        process.start();
        awaitSaid(25);
        assertThat(said).extracting(AnalysedMention::mentionId).doesNotHaveDuplicates();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            poll();
            return letters == 1;
        });
    }

    @Test
    void aRestartRemembersWhichStoriesWereTold() {
        var story = "The night train to Brest was cancelled on Monday without a word to the people waiting in the rain";
        mention("1", story);
        awaitSaid(1);
        process.stop();
        tunings.close();
        process = process();
        process.start();
        mention("2", "Look at that: " + story);
        // at once, or with its second version where it is told before the stories are back
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            poll();
            var last = said.get(said.size() - 1);
            return last.postId().equals("x:2") && story(last).equals(story(said.get(0)));
        });
    }

    @Test
    void whatIsLearntOfABrandReachesItsMentionsOnceAlsoAfterARestart() {
        for (int i = 0; i < 60; i++) {
            mention(i);
        }
        awaitSaid(60);
        assertThat(said).extracting(AnalysedMention::change).containsOnly(AnalysedMention.Change.FIRST);
        process.stop();
        tunings.close();
        process = process();
        process.start();
        awaitSaid(120);
        assertThat(said.subList(60, 120))
                .allSatisfy(m -> {
                    assertThat(m.change()).isEqualTo(AnalysedMention.Change.REVISED);
                    assertThat(m.sentiment().score()).isLessThan(-0.8);
                })
                .extracting(AnalysedMention::mentionId)
                .doesNotHaveDuplicates();
        process.stop();
        tunings.close();
        process = process();
        process.start();
        mention(60);
        awaitSaid(121);
        assertThat(said.get(120).sentiment().score()).isLessThan(-0.8);
    }

    private static String story(AnalysedMention mention) {
        return String.valueOf(mention.story());
    }

    private void mention(int i) {
        mention("" + i, "the night train is late again");
    }

    private void mention(String id, String text) {
        var post = Bench.post(id, text);
        var mention = new Mention(post.postId(), post, List.of(Bench.match("rail")), Bench.NOON, Bench.NOON);
        producer.send(new ProducerRecord<>(
                "mentions",
                post.postId(),
                Topics.MENTIONS.valueSerde().serializer().serialize("mentions", mention)));
    }

    private void awaitSaid(int n) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            poll();
            return said.size() >= n;
        });
        assertThat(said).hasSize(n);
    }

    private void poll() {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
            if (record.topic().equals(Topics.ANALYSED_MENTIONS.name())) {
                said.add(Topics.ANALYSED_MENTIONS
                        .valueSerde()
                        .deserializer()
                        .deserialize(record.topic(), record.value()));
            } else {
                letters++;
            }
        }
    }
}
