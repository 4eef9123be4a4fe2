package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AlertRule;
import vigie.model.Brand;
import vigie.model.SentimentLabel;
import vigie.topic.Topic;
import vigie.topic.TopicCreation;
import vigie.topic.Topics;

/** The detectors as they run in the service, against a real broker and with their state on disk. */
class AlertStreamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path state;

    private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
            .brokerProperties(Map.of(
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1"));
    private final List<Alert> said = new ArrayList<>();
    private int letters;
    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, byte[]> consumer;
    private StreamsBuilderFactoryBean detectors;

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
        consumer.subscribe(List.of(Topics.ALERTS.name(), Topics.ANALYSED_MENTIONS.deadLetters()));
        send(
                Topics.BRANDS,
                City.BRAND,
                new Brand(City.BRAND, "Tram", null, null, null, null, null, null, null, City.SINCE));
        var rule = AlertRule.defaultFor(City.BRAND, "negative-spike", "negative");
        send(Topics.ALERT_RULES, rule.id(), rule);
        detectors = start("first");
    }

    @AfterEach
    void stop() {
        detectors.stop();
        consumer.close();
        producer.close();
        broker.destroy();
    }

    private Map<String, Object> bootstrap() {
        return Map.of("bootstrap.servers", broker.getBrokersAsString());
    }

    /** @param instance its state folder; another one has to rebuild its state from Kafka */
    private StreamsBuilderFactoryBean start(String instance) throws Exception {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.getBrokersAsString()));
        kafka.getStreams().setStateDir(state.resolve(instance).toString());
        var bean = new AlertStreams()
                .alertDetectors(
                        kafka,
                        new AlertStreamSettings("vigie-alert", 1, Duration.ofMillis(50)),
                        1,
                        new SimpleMeterRegistry());
        bean.setBeanName("alertDetectors");
        bean.afterPropertiesSet();
        bean.getObject();
        bean.afterSingletonsInstantiated();
        bean.start();
        await().atMost(PATIENCE).until(() -> bean.getKafkaStreams().state() == KafkaStreams.State.RUNNING);
        return bean;
    }

    @Test
    void anotherInstanceGoesOnWithTheSameIncident() throws Exception {
        var now = Instant.now();
        for (int bucket = 288; bucket > 2; bucket--) {
            if (bucket % 4 == 0) {
                say("old" + bucket, now.minus(Duration.ofMinutes(5L * bucket)));
            }
        }
        producer.send(new ProducerRecord<>(
                Topics.ANALYSED_MENTIONS.name(), City.BRAND, "{".getBytes(StandardCharsets.UTF_8)));
        // the history is judged five quiet seconds after its last mention; from then on a burst is news
        await().atMost(PATIENCE).until(() -> {
            say("now" + System.nanoTime(), Instant.now());
            return heard().stream().anyMatch(Alert::tell);
        });
        var opened = heard().stream().filter(Alert::tell).findFirst().orElseThrow();
        assertThat(opened.event()).isEqualTo(Alert.Event.OPEN);

        detectors.stop();
        for (int i = 0; i < 20; i++) {
            say("away" + i, Instant.now());
        }
        send(
                Topics.ALERT_ACTIONS,
                City.BRAND,
                new AlertAction("1", opened.id(), City.BRAND, "ack", "ana", Instant.now(), null, null));
        detectors = start("second");

        await().atMost(PATIENCE).until(() -> heard().stream().anyMatch(a -> a.event() == Alert.Event.ACTION));
        await().atMost(PATIENCE).until(() -> {
            say("later" + System.nanoTime(), Instant.now());
            return heard().get(heard().size() - 1).observed() > opened.observed() + 20;
        });
        assertThat(heard()).extracting(Alert::id).containsOnly(opened.id());
        assertThat(heard()).filteredOn(a -> a.event() == Alert.Event.OPEN).hasSize(1);
        assertThat(heard()).extracting(Alert::revision).isSorted().doesNotHaveDuplicates();
        assertThat(heard().get(heard().size() - 1).people().acknowledgedBy()).isEqualTo("ana");
        assertThat(letters).isEqualTo(1);
    }

    @Test
    void brandsThatMoveBetweenInstancesInTheMidstOfACrisisAreToldOnce() throws Exception {
        var brands = List.of("b0", "b1", "b2", "b3", "b4", "b5");
        for (var brand : brands) {
            send(Topics.BRANDS, brand, new Brand(brand, brand, null, null, null, null, null, null, null, City.SINCE));
            var rule = new AlertRule(
                    brand + ".many",
                    brand,
                    "many",
                    "threshold",
                    "negative",
                    14,
                    1,
                    null,
                    true,
                    1,
                    null,
                    null,
                    5.0,
                    List.of(),
                    null,
                    null);
            send(Topics.ALERT_RULES, rule.id(), rule);
        }
        var at = Instant.now();
        for (var brand : brands) {
            for (int i = 0; i < 3; i++) {
                say(brand, "before" + i, at);
            }
        }
        var second = start("second");
        try {
            for (var brand : brands) {
                for (int i = 0; i < 3; i++) {
                    say(brand, "with" + i, at);
                }
            }
            await().atMost(PATIENCE).until(() -> told().size() == brands.size());
            detectors.stop();
            for (var brand : brands) {
                say(brand, "after", at);
            }
            await().atMost(PATIENCE)
                    .until(() -> heard().stream().filter(a -> a.observed() == 7).count() >= brands.size());
            assertThat(told()).extracting(Alert::brand).containsExactlyInAnyOrderElementsOf(brands);
            assertThat(heard()).filteredOn(a -> a.event() == Alert.Event.OPEN).hasSize(brands.size());
            for (var brand : brands) {
                assertThat(heard())
                        .filteredOn(a -> a.brand().equals(brand))
                        .extracting(Alert::revision)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        } finally {
            second.stop();
        }
    }

    private List<Alert> told() {
        return heard().stream().filter(Alert::tell).toList();
    }

    private void say(String brand, String id, Instant at) {
        send(Topics.ANALYSED_MENTIONS, brand, City.of(brand, City.mention(id, at, SentimentLabel.NEGATIVE)));
    }

    private void say(String id, Instant at) {
        send(Topics.ANALYSED_MENTIONS, City.BRAND, City.mention(id, at, SentimentLabel.NEGATIVE));
    }

    private <V> void send(Topic<V> topic, String key, V value) {
        producer.send(new ProducerRecord<>(
                topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value)));
    }

    private List<Alert> heard() {
        for (var row : consumer.poll(Duration.ofMillis(100))) {
            if (row.topic().equals(Topics.ALERTS.name())) {
                said.add(Topics.ALERTS.valueSerde().deserializer().deserialize(row.topic(), row.value()));
            } else {
                letters++;
            }
        }
        return said;
    }
}
