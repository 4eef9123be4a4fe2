package vigie.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.json.Json;

class ImporterTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private int refuseWith = 503;
    private HttpServer server;

    @BeforeEach
    void startService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/posts", this::answer);
        server.start();
    }

    @AfterEach
    void stopService() {
        server.stop(0);
    }

    @Test
    void postsArriveInOrderInBatches() throws Exception {
        var lines = java.util.stream.IntStream.range(0, 2_500)
                .mapToObj(ImporterTest::post)
                .toList();
        var summary = importing(gzipped(lines), 0, false);
        assertThat(summary.accepted()).isEqualTo(2_500);
        assertThat(received).isEqualTo(lines);
    }

    @Test
    void aBusyServiceIsWaitedFor() throws Exception {
        refusals.set(2);
        assertThat(importing(gzipped(List.of(post(1))), 0, false).accepted()).isEqualTo(1);
        assertThat(received).hasSize(1);
    }

    @Test
    void aWrongKeyIsNotTriedAgain() throws Exception {
        refusals.set(Integer.MAX_VALUE);
        refuseWith = 401;
        assertThatThrownBy(() -> importing(gzipped(List.of(post(1))), 0, false)).hasMessageContaining("401");
        assertThat(received).isEmpty();
    }

    @Test
    void refusedPostsAreCountedByReasonWithTheirPlaceInTheFile() throws Exception {
        var lines = java.util.stream.IntStream.range(0, 1_500)
                .mapToObj(i -> i == 1_203 || i == 1_400 ? "{\"bad\":1}" : post(i))
                .toList();
        var summary = importing(gzipped(lines), 0, false);
        assertThat(summary.accepted()).isEqualTo(1_498);
        assertThat(summary.reasons()).containsEntry("id: is required", new ImportSummary.Reason(2, 1_204));
    }

    @Test
    void shiftedToNowTheNewestPostIsNow() throws Exception {
        var lines = List.of(dated("a", "2015-02-16T23:00:00-08:00"), dated("b", "2015-02-17T00:00:00-08:00"));
        importing(gzipped(lines), 0, true);
        assertThat(received.stream().map(l -> Timeline.publishedAt(l).orElseThrow()))
                .containsExactly(NOW.minus(Duration.ofHours(1)), NOW);
    }

    @Test
    void csvColumnsBecomeFields() throws Exception {
        var file = folder.resolve("posts.csv");
        Files.writeString(file, """
                ref,date,body,author.followers,hashtags
                7,2026-01-02T03:04:05Z,"Bonjour, ""Acme"" !",1200,"acme panne"
                8,2026-01-02T03:04:06Z,,many,
                """);
        var columns = new Columns(Map.of("id", "ref", "publishedAt", "date", "text", "body"), "forum");
        new Importer(client(), Clock.fixed(NOW, ZoneOffset.UTC)).run(file, columns, 0, false, n -> {});
        assertThat(Json.mapper().readTree(received.get(0)))
                .isEqualTo(Json.mapper().readTree("""
                                        {"platform":"forum","id":"7","publishedAt":"2026-01-02T03:04:05Z","text":"Bonjour, \\"Acme\\" !",
                                         "author":{"followers":1200},"hashtags":["acme","panne"]}"""));
        assertThat(received.get(1)).contains("\"followers\":\"many\"").contains("\"text\":\"\"");
    }

    @Test
    void aCsvWithoutANeededColumnSaysWhichOption() throws Exception {
        var file = folder.resolve("posts.csv");
        Files.writeString(file, "ref,text,publishedAt\n1,a,2026-01-02T03:04:05Z\n");
        assertThatThrownBy(() -> importer().run(file, new Columns(Map.of(), "forum"), 0, false, n -> {}))
                .hasMessageContaining("--map id=COLUMN");
    }

    @Test
    void aSpreadsheetsFileWithItsMarkAndItsSemicolonsIsRead() throws Exception {
        var file = folder.resolve("posts.csv");
        Files.writeString(
                file, "\ufeffid;publishedAt;text\r\n7;2026-01-02T03:04:05Z;\"Déçu ; \"\"Acme\"\", encore\"\r\n");
        importer().run(file, new Columns(Map.of(), "forum"), 0, false, n -> {});
        assertThat(received)
                .singleElement()
                .satisfies(post -> assertThat(Json.mapper().readTree(post))
                        .isEqualTo(Json.mapper().readTree("""
                        {"platform":"forum","id":"7","publishedAt":"2026-01-02T03:04:05Z","text":"Déçu ; \\"Acme\\", encore"}""")));
    }

    @Test
    void aServiceThatIsNotThereIsNotWaitedFor() {
        server.stop(0);
        assertThatThrownBy(() -> importing(gzipped(List.of(post(1))), 0, false))
                .hasMessageContaining("is Vigie running?");
    }

    @Test
    void aServiceThatGoesAwayIsWaitedForAndNamed() throws Exception {
        var file = gzipped(java.util.stream.IntStream.range(0, Importer.BATCH_POSTS + 1)
                .mapToObj(ImporterTest::post)
                .toList());
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var impatient = new PushClient(new PushTarget(uri, "key"), Duration.ofSeconds(1));
        impatient.posts(List.of(post(1)));
        server.stop(0);
        assertThatThrownBy(() -> new Importer(impatient, Clock.fixed(NOW, ZoneOffset.UTC))
                        .run(file, new Columns(Map.of(), null), 0, false, n -> {}))
                .hasMessageContaining("did not answer for 1 s");
    }

    private ImportSummary importing(Path file, double speed, boolean shift) throws Exception {
        return importer().run(file, new Columns(Map.of(), null), speed, shift, n -> {});
    }

    private Importer importer() {
        return new Importer(client(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private PushClient client() {
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new PushClient(new PushTarget(uri, "key"), Duration.ofSeconds(20));
    }

    private Path gzipped(List<String> lines) throws IOException {
        var file = folder.resolve("posts.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String post(int i) {
        return dated("p" + i, "2026-01-02T03:04:05Z");
    }

    private static String dated(String id, String at) {
        return "{\"id\":\"%s\",\"platform\":\"x\",\"publishedAt\":\"%s\",\"text\":\"déçu 😡\"}".formatted(id, at);
    }

    /** Speaks the ingest service's protocol: takes what has an id, refuses the rest by field. */
    private void answer(HttpExchange exchange) throws IOException {
        var lines = new String(new GZIPInputStream(exchange.getRequestBody()).readAllBytes(), StandardCharsets.UTF_8)
                .split("\n");
        int status = 202;
        String body;
        if (refusals.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0) {
            status = refuseWith;
            body = "{\"detail\":\"not now\"}";
            exchange.getResponseHeaders().set("Retry-After", "0");
        } else {
            var rejected = new StringBuilder();
            int accepted = 0;
            for (int i = 0; i < lines.length; i++) {
                if (lines[i].contains("\"id\"")) {
                    received.add(lines[i]);
                    accepted++;
                } else {
                    rejected.append(rejected.isEmpty() ? "" : ",");
                    rejected.append("{\"index\":%d,\"field\":\"id\",\"error\":\"is required\"}".formatted(i));
                }
            }
            body = "{\"accepted\":%d,\"rejected\":[%s]}".formatted(accepted, rejected);
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
