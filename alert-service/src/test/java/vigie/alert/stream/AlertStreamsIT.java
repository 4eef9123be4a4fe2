package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AlertRule;
import vigie.topic.Topics;

/** The detectors as they run in the service, against a real broker and with their state on disk. */
class AlertStreamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path state;

    private BrandLine line;
    private StreamsBuilderFactoryBean detectors;

    @BeforeEach
    void start() throws Exception {
        line = new BrandLine();
        line.brand(City.BRAND);
        var rule = AlertRule.defaultFor(City.BRAND, "negative-spike", "negative");
        line.send(Topics.ALERT_RULES, rule.id(), rule);
        detectors = start("first");
    }

    @AfterEach
    void stop() {
        detectors.stop();
        line.close();
    }

    /** @param instance its state folder; another one has to rebuild its state from Kafka */
    private StreamsBuilderFactoryBean start(String instance) throws Exception {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(line.brokers()));
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
                line.say("old" + bucket, now.minus(Duration.ofMinutes(5L * bucket)));
            }
        }
        line.send(Topics.ANALYSED_MENTIONS, City.BRAND, "{".getBytes(StandardCharsets.UTF_8));
        // the history is judged five quiet seconds after its last mention; from then on a burst is news
        await().atMost(PATIENCE).until(() -> {
            line.say("now" + System.nanoTime(), Instant.now());
            return line.heard().stream().anyMatch(Alert::tell);
        });
        var opened = line.heard().stream().filter(Alert::tell).findFirst().orElseThrow();
        assertThat(opened.event()).isEqualTo(Alert.Event.OPEN);

        detectors.stop();
        for (int i = 0; i < 20; i++) {
            line.say("away" + i, Instant.now());
        }
        line.send(
                Topics.ALERT_ACTIONS,
                City.BRAND,
                new AlertAction("1", opened.id(), City.BRAND, "ack", "ana", Instant.now(), null, null));
        detectors = start("second");

        await().atMost(PATIENCE).until(() -> line.heard().stream().anyMatch(a -> a.event() == Alert.Event.ACTION));
        await().atMost(PATIENCE).until(() -> {
            line.say("later" + System.nanoTime(), Instant.now());
            return line.heard().get(line.heard().size() - 1).observed() > opened.observed() + 20;
        });
        assertThat(line.heard()).extracting(Alert::id).containsOnly(opened.id());
        assertThat(line.heard()).filteredOn(a -> a.event() == Alert.Event.OPEN).hasSize(1);
        assertThat(line.heard()).extracting(Alert::revision).isSorted().doesNotHaveDuplicates();
        assertThat(line.heard().get(line.heard().size() - 1).people().acknowledgedBy())
                .isEqualTo("ana");
        assertThat(line.letters()).isEqualTo(1);
    }

    @Test
    void brandsThatMoveBetweenInstancesInTheMidstOfACrisisAreToldOnce() throws Exception {
        var brands = List.of("b0", "b1", "b2", "b3", "b4", "b5");
        for (var brand : brands) {
            line.brand(brand);
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
            line.send(Topics.ALERT_RULES, rule.id(), rule);
        }
        var at = Instant.now();
        for (var brand : brands) {
            for (int i = 0; i < 3; i++) {
                line.say(brand, "before" + i, at);
            }
        }
        var second = start("second");
        try {
            for (var brand : brands) {
                for (int i = 0; i < 3; i++) {
                    line.say(brand, "with" + i, at);
                }
            }
            await().atMost(PATIENCE).until(() -> line.told().size() == brands.size());
            detectors.stop();
            for (var brand : brands) {
                line.say(brand, "after", at);
            }
            await().atMost(PATIENCE)
                    .until(() ->
                            line.heard().stream().filter(a -> a.observed() == 7).count() >= brands.size());
            assertThat(line.told()).extracting(Alert::brand).containsExactlyInAnyOrderElementsOf(brands);
            assertThat(line.heard())
                    .filteredOn(a -> a.event() == Alert.Event.OPEN)
                    .hasSize(brands.size());
            for (var brand : brands) {
                assertThat(line.heard())
                        .filteredOn(a -> a.brand().equals(brand))
                        .extracting(Alert::revision)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        } finally {
            second.stop();
        }
    }
}
