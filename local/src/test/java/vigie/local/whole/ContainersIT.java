package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.kafka.KafkaContainer;
import tools.jackson.databind.JsonNode;
import vigie.json.Json;

/** The three images against Kafka and a guarded Elasticsearch in containers: what compose and a cluster run. */
@RequiresDocker
class ContainersIT {

    private static final String KEY = "containers-test-key-0123456789";
    private static final Path ROOT = Path.of("..");

    private static final Network NETWORK = Network.newNetwork();
    private static final KafkaContainer KAFKA =
            new KafkaContainer("apache/kafka:4.2.1").withNetwork(NETWORK).withListener("kafka:19092");
    private static final ElasticsearchContainer ELASTICSEARCH = new ElasticsearchContainer("elasticsearch:8.19.21")
            .withNetwork(NETWORK)
            .withNetworkAliases("elasticsearch")
            .withPassword("containers-test")
            .withEnv("xpack.security.http.ssl.enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");

    private static GenericContainer<?> ingest;
    private static GenericContainer<?> analysis;
    private static GenericContainer<?> alert;

    @BeforeAll
    static void startAll() throws Exception {
        KAFKA.start();
        ELASTICSEARCH.start();
        ingest = service("ingest-service", 8081);
        analysis = service("analysis-service", 8082);
        alert = service("alert-service", 8080);
        ingest.start();
        analysis.start();
        alert.start();
    }

    @AfterAll
    static void stopAll() {
        for (var container : new GenericContainer<?>[] {alert, analysis, ingest, ELASTICSEARCH, KAFKA}) {
            if (container != null) {
                container.stop();
            }
        }
        NETWORK.close();
    }

    @Test
    void aPostPushedToOneContainerIsAMentionInAnother() throws Exception {
        var brand = "{\"name\":\"Acme\",\"queries\":[{\"id\":\"n\",\"name\":\"n\",\"query\":\"acme\"}]}";
        assertThat(send(alert, 8080, "PUT", "/api/brands/acme", brand)
                        .path("name")
                        .asString())
                .isEqualTo("Acme");
        var post = "{\"id\":\"1\",\"platform\":\"forum\",\"publishedAt\":\"%s\",\"text\":\"I love Acme, wonderful\"}"
                .formatted(Instant.now());
        assertThat(send(ingest, 8081, "POST", "/api/posts", post)
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(send(alert, 8080, "GET", "/api/mentions?brand=acme", null)
                                .at("/items/0/sentiment/label")
                                .asString(""))
                        .isEqualTo("positive"));
        assertThat(send(analysis, 8082, "POST", "/api/analyze", "[{\"text\":\"awful\"}]")
                        .size())
                .isEqualTo(1);
    }

    private static GenericContainer<?> service(String name, int port) throws Exception {
        var image = new ImageFromDockerfile("vigie-test/" + name, false)
                .withFileFromPath("Dockerfile", ROOT.resolve("Dockerfile"))
                .withBuildArg("SERVICE", name);
        try (var jars = Files.newDirectoryStream(ROOT.resolve(name).resolve("target"), "*-exec.jar")) {
            jars.forEach(jar -> image.withFileFromPath(name + "/target/" + jar.getFileName(), jar));
        }
        return new GenericContainer<>(image)
                .withNetwork(NETWORK)
                .withEnv("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
                .withEnv("VIGIE_ELASTICSEARCH_URI", "http://elasticsearch:9200")
                .withEnv("VIGIE_ELASTICSEARCH_USER", "elastic")
                .withEnv("VIGIE_ELASTICSEARCH_PASSWORD", "containers-test")
                .withEnv("VIGIE_API_KEY", KEY)
                .withEnv("VIGIE_ADMIN_PASSWORD", "containers-test")
                .withExposedPorts(port)
                .waitingFor(Wait.forHttp("/actuator/health/readiness").forPort(port))
                .withStartupTimeout(Duration.ofMinutes(3));
    }

    private static JsonNode send(GenericContainer<?> container, int port, String method, String path, String body)
            throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var uri = URI.create("http://%s:%d%s".formatted(container.getHost(), container.getMappedPort(port), path));
        var request = HttpRequest.newBuilder(uri)
                .header("X-Api-Key", KEY)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        return Json.mapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
