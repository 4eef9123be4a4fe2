package vigie.alert.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Raised;
import vigie.alert.setup.TopicWriter;
import vigie.model.AlertAction;
import vigie.model.AuditEntry;
import vigie.model.Consent;
import vigie.topic.Topics;

@AlertServiceTest
class AuditTest {

    private static final TopicPartition LOG = new TopicPartition("audit-log", 0);

    private final Api api;
    private final TopicWriter writer;
    private final AuditWriter audit;
    private final EmbeddedKafkaBroker broker;

    AuditTest(
            @LocalServerPort int port,
            @Autowired TopicWriter writer,
            @Autowired AuditWriter audit,
            @Autowired EmbeddedKafkaBroker broker) {
        api = Api.at(port);
        this.writer = writer;
        this.audit = audit;
        this.broker = broker;
    }

    @Test
    void decisionsFormAChainThatGoesOnOverARestart() {
        api.put("/api/brands/proven", "{\"name\":\"Proven\"}");
        writer.write(Topics.ALERTS, "proven", Raised.open("p-1", "proven", Instant.now()), "test");
        act("comment", "we know the people's words");
        await().atMost(Duration.ofSeconds(30)).until(() -> actions().contains("comment"));
        audit.stop();
        act("resolve", null);
        audit.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> actions().contains("resolve"));
        api.delete("/api/brands/proven");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> actions().contains("brand-deleted")
                        && actions().stream().filter("rule-deleted"::equals).count() == 2);

        var chain = chain("proven");
        var previous = Chains.BEGINNING;
        for (int i = 0; i < chain.size(); i++) {
            assertThat(chain.get(i).sequence()).isEqualTo(i + 1);
            assertThat(Chains.genuine(chain.get(i), previous)).isTrue();
            previous = chain.get(i).hash();
        }
        assertThat(actions())
                .containsOnlyOnce("alert-open", "comment", "resolve", "brand-changed", "brand-deleted")
                .contains("rule-changed", "rule-deleted");
        assertThat(chain)
                .filteredOn(e -> e.action().equals("brand-changed"))
                .allMatch(e -> e.actor().equals("api-key"));
        assertThat(chain.toString()).doesNotContain("people's words");
    }

    @Test
    void whoIsToldAndWhoDecidedSoIsOnRecord() {
        api.put("/api/brands/heard", "{\"name\":\"Heard\"}");
        api.put("/api/receivers/on-record", "{\"name\":\"R\",\"channel\":\"console\",\"brands\":[\"heard\"]}");
        api.put("/api/routes", "{\"receivers\":[\"on-record\"]}");
        api.delete("/api/routes");
        api.put(
                "/api/silences/on-record",
                "{\"brand\":\"heard\",\"rule\":\"other\",\"until\":\""
                        + Instant.now().plusSeconds(600) + "\",\"reason\":\"the people's words\"}");
        writer.write(Topics.ALERTS, "heard", Raised.open("p-2", "heard", Instant.now()), "test");
        writer.write(
                Topics.CONSENTS,
                "c-1",
                new Consent("c-1", "email", "x", "asked", "May we?", "en", Instant.now(), "a", null, null, null),
                "test");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(chain("heard"))
                        .extracting(AuditEntry::action)
                        .contains("silence-changed", "notification-decided", "notification-sent"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(chain("*"))
                        .extracting(AuditEntry::action)
                        .contains("receiver-changed", "routes-changed", "routes-deleted", "consent-asked"));
        assertThat(chain("heard").toString()).doesNotContain("people's words");
        api.delete("/api/silences/on-record");
        api.delete("/api/receivers/on-record");
    }

    @Test
    void anEntryChangedLaterIsNotGenuine() {
        var chains = new Chains();
        var entry = chains.append(new Decision("b", Instant.EPOCH, "anna", "ack", "a-1", Map.of("k", "v")));
        assertThat(Chains.genuine(entry, Chains.BEGINNING)).isTrue();
        var forged = new AuditEntry(
                entry.brand(),
                entry.sequence(),
                entry.at(),
                "bob",
                entry.action(),
                entry.subject(),
                entry.details(),
                entry.previousHash(),
                entry.hash());
        assertThat(Chains.genuine(forged, Chains.BEGINNING)).isFalse();
        assertThat(Chains.genuine(entry, "another")).isFalse();
    }

    private void act(String verb, String comment) {
        writer.write(
                Topics.ALERT_ACTIONS,
                "proven",
                new AlertAction("id-" + verb, "p-1", "proven", verb, "anna", Instant.now(), comment, null),
                "anna");
    }

    private List<String> actions() {
        return chain("proven").stream().map(AuditEntry::action).toList();
    }

    private List<AuditEntry> chain(String brand) {
        var entries = new ArrayList<AuditEntry>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker.getBrokersAsString(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                Topics.AUDIT_LOG.valueSerde().deserializer())) {
            consumer.assign(List.of(LOG));
            consumer.seekToBeginning(List.of(LOG));
            var end = consumer.endOffsets(List.of(LOG)).get(LOG);
            while (consumer.position(LOG) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(row -> entries.add(row.value()));
            }
        }
        return entries.stream().filter(e -> e.brand().equals(brand)).toList();
    }
}
