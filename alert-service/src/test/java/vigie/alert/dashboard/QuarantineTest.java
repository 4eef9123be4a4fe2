package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.utils.KafkaTestUtils;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.door.Role;
import vigie.topic.DeadLetter;

@AlertServiceTest
class QuarantineTest {

    private final Api api;
    private final EmbeddedKafkaBroker broker;

    QuarantineTest(@LocalServerPort int port, @Autowired EmbeddedKafkaBroker broker) {
        api = Api.at(port);
        this.broker = broker;
    }

    @Test
    void deadLettersAreListedWithTheirReasonAndWithoutAnybodysWords() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var words = "somebody's words".getBytes(StandardCharsets.UTF_8);
            producer.send(new DeadLetter("posts", 3, 4711, "matching", "not a PostEvent").record(words, words));
            producer.flush();
        }
        var answer = api.get("/api/quarantine?topic=posts");
        var item = Api.json(answer).get("items").get(0);
        assertThat(item.get("topic").asString()).isEqualTo("posts");
        assertThat(item.get("offset").asLong()).isEqualTo(4711);
        assertThat(item.get("reason").asString()).isEqualTo("not a PostEvent");
        assertThat(answer.body()).doesNotContain("somebody");
        assertThat(Api.json(api.get("/api/quarantine")).get("total").asLong()).isPositive();
        assertThat(api.get("/api/quarantine?topic=unknown").statusCode()).isEqualTo(422);
    }

    @Test
    void aDeadLetterIsPutBackAsItWasOrTakenOutOfSight() {
        var words = "not even JSON".getBytes(StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new DeadLetter("engagements", 0, 1, "analysis", "first").record(words, words));
            producer.send(new DeadLetter("engagements", 0, 2, "analysis", "second").record(words, words));
            producer.flush();
        }
        var path = "/api/quarantine?topic=engagements";
        // both may have come in the same millisecond
        var items = Api.json(api.get(path)).get("items");
        var second = items.get(items.get(0).get("reason").asString().equals("second") ? 0 : 1);
        assertThat(second.get("reason").asString()).isEqualTo("second");
        var letter = "/api/quarantine/" + second.get("id").asString();
        assertThat(api.as(Role.ANALYST).post(letter + "/replay", "").statusCode())
                .isEqualTo(403);
        assertThat(api.post(letter + "/replay", "").statusCode()).isEqualTo(204);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.getBrokersAsString(),
                        "group.id",
                        "put-back",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("engagements"));
            var again = KafkaTestUtils.getSingleRecord(consumer, "engagements");
            assertThat(again.key()).isEqualTo(words);
            assertThat(again.value()).isEqualTo(words);
        }
        assertThat(api.post(letter + "/discard", "").statusCode()).isEqualTo(404);
        var left = Api.json(api.get(path));
        assertThat(left.get("total").asLong()).isEqualTo(1);
        var first = left.get("items").get(0).get("id").asString();
        assertThat(api.post("/api/quarantine/" + first + "/discard", "").statusCode())
                .isEqualTo(204);
        assertThat(Api.json(api.get(path)).get("items")).isEmpty();
        assertThat(api.post("/api/quarantine/engagements-dlt:0:99/replay", "").statusCode())
                .isEqualTo(404);
        assertThat(api.post("/api/quarantine/__consumer_offsets:0:0/replay", "").statusCode())
                .isEqualTo(404);
    }
}
