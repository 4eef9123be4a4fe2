package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
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
}
