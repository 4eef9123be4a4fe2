package vigie.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import vigie.json.Json;
import vigie.model.Brand;
import vigie.model.BrandMatch;
import vigie.model.HashtagHit;
import vigie.model.MatcherStatus;
import vigie.model.Mention;
import vigie.model.TrackedQuery;
import vigie.topic.DeadLetter;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** The whole service against a real broker: from an HTTP request or a feed to the mentions topic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineTest {

    private static final String KEY = "0123456789abcdef";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private EmbeddedKafkaKraftBroker broker;
    private ConfigurableApplicationContext service;
    private KafkaProducer<String, byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, KafkaConsumer<String, byte[]>> readers = new HashMap<>();
    private final Map<String, List<ConsumerRecord<String, byte[]>>> read = new HashMap<>();

    @BeforeAll
    void start() {
        broker = new EmbeddedKafkaKraftBroker(1, 1);
        Map.of(
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.min.isr", "1",
                        "offsets.topic.replication.factor", "1",
                        "group.initial.rebalance.delay.ms", "0",
                        "auto.create.topics.enable", "false")
                .forEach(broker::brokerProperty);
        broker.afterPropertiesSet();
        service = service();
        producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
        put(brand("acme", "acme"));
    }

    @AfterAll
    void stop() {
        producer.close();
        readers.values().forEach(KafkaConsumer::close);
        service.close();
        broker.destroy();
    }

    private ConfigurableApplicationContext service() {
        return service("test");
    }

    private ConfigurableApplicationContext service(String instance) {
        var started = SpringApplication.run(
                IngestService.class,
                "--server.port=0",
                "--vigie.instance=" + instance,
                "--vigie.api-key=" + KEY,
                "--vigie.ingest.allow-private-addresses=true",
                "--vigie.ingest.matching.batch=7",
                "--spring.kafka.bootstrap-servers=" + broker.getBrokersAsString());
        await().atMost(LIMIT)
                .until(() -> get(started, "/actuator/health/readiness").statusCode() == 200);
        return started;
    }

    @Test
    void aPushedPostBecomesAMention() throws Exception {
        var id = id();
        var answer = push(post(id, "I left Acme for good #switch"));

        assertThat(answer.statusCode()).isEqualTo(202);
        var mention = lastMention(id);
        assertThat(mention.post()).isNotNull();
        assertThat(mention.brands()).extracting(BrandMatch::brand).containsExactly("acme");
        assertThat(mention.brands().get(0).since()).isEqualTo(Instant.EPOCH);
        assertThat(mention.causedAt()).isBetween(Instant.now().minus(LIMIT), Instant.now());
    }

    @Test
    void aPostThatConcernsNobodyIsSaidByItsIdAlone() throws Exception {
        var id = id();
        push(post(id, "nothing of interest"));

        var mention = lastMention(id);
        assertThat(mention.post()).isNull();
        assertThat(mention.brands()).isEmpty();
    }

    @Test
    void anEditAndADeletionWithdraw() throws Exception {
        var edited = id();
        var deleted = id();
        push("[" + post(edited, "acme") + "," + post(deleted, "acme") + "]");
        assertThat(lastMention(edited).brands()).hasSize(1);
        assertThat(lastMention(deleted).brands()).hasSize(1);

        push(post(edited, "never mind"));
        var gone = request("/api/posts?platform=x&id=" + URLEncoder.encode(deleted, UTF_8), "DELETE", null);

        assertThat(gone.statusCode()).isEqualTo(202);
        await().atMost(LIMIT).until(() -> lastMention(edited).brands().isEmpty());
        await().atMost(LIMIT).until(() -> lastMention(deleted).brands().isEmpty());
    }

    @Test
    void aBrandReportedAsAppliedHoldsForThePostsPushedAfter() throws Exception {
        var word = "w" + id();
        put(brand("late-" + word, word));

        var id = id();
        push(post(id, "this is about " + word));

        assertThat(lastMention(id).brands()).extracting(BrandMatch::brand).containsExactly("late-" + word);
        put("late-" + word, null);
        push(post(id, "this is still about " + word));
        await().atMost(LIMIT).until(() -> lastMention(id).brands().isEmpty());
    }

    @Test
    void aChangeHoldsOnEveryInstanceThatHasReportedIt() throws Exception {
        var word = "w" + id();
        var ids = IntStream.range(0, 40).mapToObj(i -> word + "-" + i).toList();
        try (var twin = service("twin")) {
            put(brand("both-" + word, word));
            var applied = status().applied();
            await().atMost(LIMIT).until(() -> status("twin").applied().equals(applied));

            push(ids.stream().map(id -> post(id, "about " + word)).collect(Collectors.joining(",", "[", "]")));

            for (var id : ids) {
                assertThat(lastMention(id).brands())
                        .extracting(BrandMatch::brand)
                        .containsExactly("both-" + word);
            }
        }
    }

    @Test
    void aTrackedHashtagIsToldWithItsBrands() throws Exception {
        var tag = "t" + id();
        put(new Brand("tags-" + tag, "T", null, null, List.of(), List.of(tag), List.of(), List.of(), List.of(), null));
        var id = id();
        push(post(id, "look #" + tag.toUpperCase(java.util.Locale.ROOT)));

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(all(Topics.HASHTAG_HITS, tag))
                        .containsExactly(new HashtagHit(
                                tag, "x:" + id, List.of("tags-" + tag), null, Instant.parse("2026-01-02T08:00:00Z"))));
    }

    @Test
    void whatCannotBeReadIsPutAsideAndHoldsNothingUp() throws Exception {
        var poison = "x:" + id();
        for (var value : List.of("not json", "{\"type\":\"published\"}", "{\"type\":\"unheard-of\"}", "[]")) {
            producer.send(new ProducerRecord<>("posts", poison, value.getBytes(UTF_8)))
                    .get();
        }
        var after = id();
        push(post(after, "acme goes on"));
        assertThat(lastMention(after).brands()).hasSize(1);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(records("posts-dlt").stream().filter(r -> poison.equals(r.key())))
                        .hasSize(4)
                        .allSatisfy(r -> {
                            var letter = DeadLetter.of(r);
                            assertThat(letter.topic()).isEqualTo("posts");
                            assertThat(letter.reader()).isEqualTo("matching");
                            assertThat(letter.reason()).isEqualTo("cannot be read as a post event");
                        }));
    }

    @Test
    void aRestartInTheMiddleLosesNothingAndRepeatsNothing() throws Exception {
        var prefix = id();
        var ids = IntStream.range(0, 300).mapToObj(i -> prefix + "-" + i).toList();
        for (int from = 0; from < ids.size(); from += 50) {
            push(ids.subList(from, from + 50).stream()
                    .map(id -> post(id, "acme " + id))
                    .collect(Collectors.joining(",", "[", "]")));
        }
        service.close();
        service = service();

        eachIsMentionedOnce(prefix, ids.size());
    }

    @Test
    void aMatcherThatLosesItsTransactionLosesAndRepeatsNothing() throws Exception {
        var prefix = id();
        var config = client();
        config.put("transactional.id", "vigie-matching-test-0");
        try (var twin = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (int round = 0; round < 3; round++) {
                var from = round * 40;
                push(IntStream.range(from, from + 40)
                        .mapToObj(i -> post(prefix + "-" + i, "acme"))
                        .collect(Collectors.joining(",", "[", "]")));
                if (round == 1) {
                    twin.initTransactions();
                }
            }
        }

        eachIsMentionedOnce(prefix, 120);
    }

    private void eachIsMentionedOnce(String prefix, int posts) {
        await().atMost(LIMIT).untilAsserted(() -> {
            var counts = records("mentions").stream()
                    .filter(r -> r.key().startsWith("x:" + prefix))
                    .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
            assertThat(counts)
                    .hasSize(posts)
                    .allSatisfy((id, n) -> assertThat(n).isEqualTo(1));
        });
    }

    @Test
    void aMatcherThatLeavesSaysSo() {
        assertThat(status()).isNotNull();
        service.close();
        assertThat(records("matcher-status").stream().reduce((a, b) -> b).map(ConsumerRecord::value))
                .isEmpty();
        service = service();
        await().atMost(LIMIT).until(() -> status() != null);
    }

    @Test
    void aFeedIsAskedAndItsItemsBecomeMentions() throws Exception {
        var guid = "https://feed.example/" + id();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = ("<rss version=\"2.0\"><channel><title>T</title><item><guid>" + guid
                            + "</guid><title>Acme in the news</title></item></channel></rss>")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/f";
            var put = request(
                    "/api/sources/news", "PUT", "{\"kind\":\"rss\",\"interval\":\"1s\",\"url\":\"" + url + "\"}");
            assertThat(put.statusCode()).isEqualTo(201);
            await().atMost(LIMIT).until(() -> lastMention("rss", guid) != null);
            assertThat(lastMention("rss", guid).brands()).hasSize(1);
            await().atMost(LIMIT).untilAsserted(() -> {
                var shown = Json.mapper()
                        .readTree(request("/api/sources/news", "GET", null).body());
                assertThat(shown.at("/url").asString()).isEqualTo(url);
                assertThat(shown.at("/status/state").asString()).isEqualTo("up");
                assertThat(shown.at("/status/posts").asInt()).isEqualTo(1);
            });
            await().atMost(LIMIT)
                    .until(() -> records("source-cursors").stream()
                            .anyMatch(r -> r.key().equals("news")));
            await().atMost(LIMIT)
                    .until(() -> records("source-status").stream()
                            .anyMatch(r -> r.key().equals("news")));
            var told = "{\"source\":\"old\",\"since\":\"2026-01-02T08:00:00Z\",\"until\":\"2026-01-02T09:00:00Z\"}";
            producer.send(new ProducerRecord<>("source-outages", "old", told.getBytes(UTF_8)));
            await().atMost(LIMIT)
                    .until(() -> records("source-outages").stream()
                            .anyMatch(r -> r.key().equals("old") && r.value() == null));
            server.stop(0);
            await().atMost(LIMIT)
                    .until(() -> records("source-outages").stream()
                            .anyMatch(r -> r.key().equals("news")
                                    && new String(r.value(), UTF_8).contains("\"state\":\"down\"")));
            assertThat(request("/api/sources/news", "DELETE", null).statusCode())
                    .isEqualTo(204);
            assertThat(request("/api/sources/news", "GET", null).statusCode()).isEqualTo(404);
            assertThat(request("/api/sources/news", "PUT", "{\"kind\":\"rss\",\"url\":\"file:///x\"}")
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            server.stop(0);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String post(String id, String text) {
        return "{\"id\":\"%s\",\"platform\":\"x\",\"publishedAt\":\"2026-01-02T08:00:00Z\",\"text\":\"%s\"}"
                .formatted(id, text);
    }

    private static Brand brand(String id, String query) {
        return new Brand(
                id,
                id,
                null,
                null,
                List.of(new TrackedQuery("q", "q", query)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }

    private void put(Brand brand) {
        put(brand.id(), brand);
    }

    /** Writes a brand and waits, as the API does, until the matcher says it has applied it. */
    private void put(String id, Brand brand) {
        try {
            var bytes = brand == null ? null : Json.mapper().writeValueAsBytes(brand);
            var written =
                    producer.send(new ProducerRecord<>("brands", id, bytes)).get();
            await().atMost(LIMIT).until(() -> {
                var status = status();
                return status != null && status.applied().getOrDefault(0, -1L) >= written.offset();
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MatcherStatus status() {
        return status("test");
    }

    private MatcherStatus status(String instance) {
        var rows = all(Topics.MATCHER_STATUS, instance);
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    private HttpResponse<String> push(String body) throws Exception {
        return request("/api/posts", "POST", body);
    }

    private HttpResponse<String> request(String path, String method, String body) throws Exception {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(uri(service, path))
                .header("X-Api-Key", KEY)
                .header("Content-Type", "application/json")
                .method(method, publisher);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(context, path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(ConfigurableApplicationContext context, String path) {
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Mention lastMention(String nativeId) {
        await().atMost(LIMIT).until(() -> lastMention("x", nativeId) != null);
        return lastMention("x", nativeId);
    }

    private Mention lastMention(String platform, String nativeId) {
        var mentions = all(Topics.MENTIONS, platform + ":" + nativeId);
        return mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
    }

    private <V> List<V> all(Topic<V> topic, String key) {
        var deserializer = topic.valueSerde().deserializer();
        var values = new ArrayList<V>();
        for (var record : records(topic.name())) {
            if (record.key().equals(key)) {
                values.add(deserializer.deserialize(topic.name(), record.value()));
            }
        }
        return values;
    }

    /** Everything committed on a topic at this moment. Each reader goes on where it was: from the start every time, the test takes minutes. */
    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        var reader = readers.computeIfAbsent(topic, this::reader);
        var found = read.computeIfAbsent(topic, t -> new ArrayList<>());
        var ends = reader.endOffsets(reader.assignment());
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            reader.poll(Duration.ofMillis(50)).forEach(found::add);
        }
        return found;
    }

    private KafkaConsumer<String, byte[]> reader(String topic) {
        var config = client();
        config.put("isolation.level", "read_committed");
        var reader = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = reader.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        return reader;
    }

    private Map<String, Object> client() {
        return new HashMap<>(Map.of("bootstrap.servers", broker.getBrokersAsString()));
    }
}
