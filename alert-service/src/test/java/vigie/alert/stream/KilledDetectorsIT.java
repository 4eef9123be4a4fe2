package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.model.Alert;
import vigie.model.AlertRule;
import vigie.topic.Topics;

/** A process that is killed leaves nothing lost, doubled or forgotten. */
class KilledDetectorsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String WATCHES = "vigie-alert-" + Stores.WATCHES + "-changelog";

    @TempDir
    private Path folder;

    @Test
    void aCrisisIsToldOnceAndEndedThoughTheProcessIsKilledInItsMidstAndInTheCalm() throws Exception {
        try (var line = new BrandLine()) {
            line.brand(City.BRAND);
            for (var rule : List.of(AlertRule.defaultFor(City.BRAND, "negative-spike", "negative"), many())) {
                line.send(Topics.ALERT_RULES, rule.id(), rule);
            }
            var now = Instant.now();
            int sent = 0;
            for (int back = 23 * 60; back > 10; back -= 20) {
                line.say("usual" + sent++, now.minus(Duration.ofMinutes(back)));
            }
            try (var first = start(line, Duration.ZERO)) {
                // the history is judged five quiet seconds after its last mention; from then on a burst is news
                var count = sent;
                await().atMost(PATIENCE).until(() -> line.heard().stream().anyMatch(a -> a.observed() == count));
                while (line.told().stream().noneMatch(a -> isSpike(a))) {
                    line.say("crisis" + sent++, Instant.now());
                }
                for (int i = 0; i < 400; i++) {
                    line.say("crisis" + sent++, Instant.now());
                }
                assertThat(first.kill()).isEqualTo(137);
            }
            for (int i = 0; i < 100; i++) {
                line.say("crisis" + sent++, Instant.now());
            }
            try (var second = start(line, Duration.ZERO)) {
                var all = sent;
                await().atMost(PATIENCE).until(() -> newest(line, "many").observed() == all);
                second.kill();
            }
            assertThat(newest(line, "negative-spike").machine()).isEqualTo(Alert.MachineState.OPEN);
            var closed = written(line);
            try (var third = start(line, Duration.ofMinutes(40))) {
                await().atMost(PATIENCE).until(() -> written(line) >= closed + 3);
                third.kill();
            }
            assertThat(newest(line, "negative-spike").machine()).isEqualTo(Alert.MachineState.OPEN);
            try (var fourth = start(line, Duration.ofHours(30))) {
                await().atMost(PATIENCE)
                        .until(() -> List.of("many", "negative-spike").stream()
                                .allMatch(rule -> newest(line, rule).machine() == Alert.MachineState.RESOLVED));
                assertThat(fourth.isAlive()).isTrue();
            }
            for (var rule : List.of("many", "negative-spike")) {
                var said =
                        line.heard().stream().filter(a -> a.rule().equals(rule)).toList();
                assertThat(said)
                        .extracting(Alert::id)
                        .as("one incident")
                        .containsOnly(said.get(0).id());
                assertThat(said)
                        .extracting(Alert::revision)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .startsWith(1L);
                assertThat(said)
                        .filteredOn(a -> a.event() == Alert.Event.OPEN && a.tell())
                        .hasSize(1);
                assertThat(said)
                        .filteredOn(a -> a.event() == Alert.Event.RESOLVE)
                        .hasSize(1);
                assertThat(said.stream().filter(Alert::tell).map(a -> a.event() + " " + a.lastAt()))
                        .doesNotHaveDuplicates();
            }
            assertThat(newest(line, "many").observed()).isEqualTo(sent);
            assertThat(line.letters()).isZero();
        }
    }

    private DetectorsProcess start(BrandLine line, Duration ahead) throws Exception {
        return DetectorsProcess.start(line.brokers(), folder.resolve("state"), ahead);
    }

    private static boolean isSpike(Alert alert) {
        return alert.rule().equals("negative-spike");
    }

    private static Alert newest(BrandLine line, String rule) {
        return line.heard().stream()
                .filter(a -> a.rule().equals(rule))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    /** How much was kept of the detectors, which is done when buckets are closed: two detectors and the end of a transaction. */
    private static long written(BrandLine line) throws Exception {
        try (var admin = line.admin()) {
            var partitions =
                    admin.describeTopics(List.of(WATCHES)).allTopicNames().get().get(WATCHES).partitions().stream()
                            .collect(Collectors.toMap(
                                    p -> new TopicPartition(WATCHES, p.partition()), p -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        }
    }

    /** Counts a day exactly, so that a mention lost or counted twice shows. */
    private static AlertRule many() {
        return new AlertRule(
                City.BRAND + ".many",
                City.BRAND,
                "many",
                "threshold",
                "negative",
                14,
                1,
                null,
                true,
                1,
                null,
                "24h",
                5.0,
                List.of(),
                null,
                null);
    }
}
