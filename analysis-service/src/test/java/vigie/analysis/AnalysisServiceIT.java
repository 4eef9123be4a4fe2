package vigie.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.model.BrandMatch;
import vigie.model.Mention;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.SentimentLabel;
import vigie.server.TestServers;
import vigie.store.MentionStore;
import vigie.store.StoreUnavailable;
import vigie.topic.Topics;

/** The whole service as it is started, with its own settings file. */
class AnalysisServiceIT {

    private static final String KEY = "a-key-that-is-long-enough";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path state;

    @Test
    void aMentionBecomesADocumentAndTextsAreAnswered() throws Exception {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1)
                .brokerProperties(Map.of(
                        "offsets.topic.replication.factor", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1"));
        broker.afterPropertiesSet();
        try (var service = SpringApplication.run(
                AnalysisService.class,
                "--server.port=0",
                "--vigie.api-key=" + KEY,
                "--vigie.elasticsearch.uri=" + TestServers.elasticsearch().uri(),
                "--vigie.elasticsearch.prefix=serviceit",
                "--spring.kafka.streams.state-dir=" + state,
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString())) {
            var port = service.getEnvironment().getProperty("local.server.port");
            var base = "http://127.0.0.1:" + port;
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> get(base + "/actuator/health/readiness").statusCode() == 200);

            say(broker, Post.of("x", "1", NOON, "The night train was late again, terrible and awful service"));
            var store = service.getBean(MentionStore.class);
            await().atMost(Duration.ofSeconds(60))
                    // a monthly index that is just being made cannot be asked yet
                    .ignoreException(StoreUnavailable.class)
                    .until(() -> store.mention(PostId.mention("x:1", "rail")).isPresent());
            var document = store.mention(PostId.mention("x:1", "rail")).orElseThrow();
            assertThat(document.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
            assertThat(document.lang()).isEqualTo("en");

            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/analyze"))
                            .header("X-Api-Key", KEY)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(
                                    "[{\"text\":\"The night train was late again, terrible and awful service\"}]"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"lang\":\"en\"", "\"label\":\"negative\"", "\"evidence\":[{");
        } finally {
            broker.destroy();
        }
    }

    private static void say(EmbeddedKafkaBroker broker, Post post) {
        var mention = new Mention(post.postId(), post, List.of(new BrandMatch("rail", null, List.of())), NOON, NOON);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    "mentions",
                    post.postId(),
                    Topics.MENTIONS.valueSerde().serializer().serialize("mentions", mention)));
        }
    }

    private HttpResponse<String> get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
