package vigie.ingest.source.rss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigie.ingest.source.Harvest;
import vigie.model.Author;
import vigie.model.Post;

class RssSourceTest {

    private static final Instant NOW = Instant.parse("2026-05-02T12:00:00Z");
    private static final String ONE_ITEM = """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>
            <language>fr-FR</language><item><guid isPermaLink="false">u-1</guid><title>Acme rappelle un produit</title>
            <link>/a1</link><pubDate>Sat, 02 May 2026 08:00:00 GMT</pubDate><dc:creator>L. Roy</dc:creator>
            <description><![CDATA[<p>Acme &amp; Cie</p><p>rappelle<script>alert(1)</script></p>]]></description></item>
            </channel></rss>""";

    private HttpServer server;
    private FeedClient client;
    private final List<Map<String, List<String>>> asked = new ArrayList<>();
    private int status = 200;
    private final Map<String, String> headers = new java.util.HashMap<>();
    private byte[] body = ONE_ITEM.getBytes(StandardCharsets.UTF_8);

    /** As the service's main does. */
    @org.junit.jupiter.api.BeforeAll
    static void utc() {
        java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("UTC"));
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed", this::answer);
        server.createContext("/moved", exchange -> redirect(exchange, 301, "/feed"));
        server.createContext("/elsewhere", exchange -> redirect(exchange, 302, "/feed"));
        server.createContext("/loop", exchange -> redirect(exchange, 302, "/loop"));
        server.createContext("/file", exchange -> redirect(exchange, 302, "file:///etc/passwd"));
        server.start();
        client = new FeedClient(new AddressGuard(true), 200_000);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void anItemBecomesAPost() throws Exception {
        var came = came(poll("/feed", null));

        assertThat(came.posts())
                .containsExactly(new Post(
                        "127.0.0.1/u-1",
                        "rss",
                        base() + "/a1",
                        Instant.parse("2026-05-02T08:00:00Z"),
                        null,
                        "Acme rappelle un produit",
                        "Acme & Cie\nrappelle",
                        "fr-FR",
                        new Author("127.0.0.1/L. Roy", null, "L. Roy", null, null),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        "article",
                        null,
                        null,
                        null));
    }

    @Test
    void anUnchangedItemIsNotBroughtAgainAndAChangedOneIs() throws Exception {
        var first = came(poll("/feed", null));
        var again = came(poll("/feed", first.cursor()));
        body(ONE_ITEM.replace("rappelle un produit", "rappelle deux produits"));
        var changed = came(poll("/feed", again.cursor()));

        assertThat(again.posts()).isEmpty();
        assertThat(changed.posts()).extracting(Post::title).containsExactly("Acme rappelle deux produits");
        assertThat(changed.posts()).extracting(Post::id).containsExactly("127.0.0.1/u-1");
    }

    @Test
    void theServerIsAskedOnlyForWhatChanged() throws Exception {
        headers.put("ETag", "\"v1\"");
        headers.put("Last-Modified", "Sat, 02 May 2026 08:00:00 GMT");
        var first = came(poll("/feed", null));
        status = 304;

        assertThat(poll("/feed", first.cursor())).isInstanceOf(Harvest.Unchanged.class);
        assertThat(asked.get(1).get("If-none-match")).containsExactly("\"v1\"");
        assertThat(asked.get(1).get("If-modified-since")).containsExactly("Sat, 02 May 2026 08:00:00 GMT");
    }

    @Test
    void aPermanentMoveIsRememberedAndAPassingOneIsNot() throws Exception {
        assertThat(came(poll("/moved", null)).cursor()).contains("\"url\":\"" + base() + "/feed\"");
        assertThat(came(poll("/elsewhere", null)).cursor()).contains("\"url\":\"" + base() + "/elsewhere\"");
        assertThatThrownBy(() -> poll("/loop", null)).hasMessageContaining("redirects more than");
        assertThatThrownBy(() -> poll("/file", null)).hasMessageContaining("no web address");
    }

    @Test
    void anotherConfiguredAddressStartsAnew() throws Exception {
        var moved = came(poll("/moved", null));

        poll("/elsewhere", moved.cursor());

        assertThat(FeedCursor.of(feed("/elsewhere"), moved.cursor()).url()).isEqualTo(base() + "/elsewhere");
    }

    @Test
    void goneIsGoneAndLaterIsLater() throws Exception {
        status = 410;
        assertThat(poll("/feed", null)).isInstanceOf(Harvest.Gone.class);
        status = 429;
        headers.put("Retry-After", "120");
        assertThat(poll("/feed", null))
                .isEqualTo(new Harvest.Later(Duration.ofSeconds(120), "answers with status 429"));
        status = 503;
        headers.put("Retry-After", "Sat, 02 May 2026 12:10:00 GMT");
        assertThat(poll("/feed", null)).isEqualTo(new Harvest.Later(Duration.ofMinutes(10), "answers with status 503"));
        headers.clear();
        assertThat(poll("/feed", null)).isEqualTo(new Harvest.Later(null, "answers with status 503"));
        status = 500;
        assertThatThrownBy(() -> poll("/feed", null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500");
    }

    @Test
    void brokenXmlAndEntityTricksAreFaultsThatQuoteNothing() {
        for (var bad : List.of(
                "<rss><channel><item>",
                "not a feed at all",
                "",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<rss version=\"2.0\"><channel><item><title>&x;</title><link>http://e.org/</link></item></channel></rss>",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                        + "<rss version=\"2.0\"><channel><item><title>&b;</title></item></channel></rss>",
                "<a>".repeat(40_000))) {
            body(bad);
            assertThatThrownBy(() -> poll("/feed", null))
                    .isInstanceOf(IOException.class)
                    .hasMessage("is no readable RSS, Atom or RDF document");
        }
    }

    @Test
    void aHugeFeedIsRefusedAlsoWhenItIsSmallOnTheWire() throws Exception {
        body(" ".repeat(200_001));
        assertThatThrownBy(() -> poll("/feed", null)).hasMessageContaining("larger than");

        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[50_000_000]);
        }
        body = zipped.toByteArray();
        headers.put("Content-Encoding", "gzip");
        assertThatThrownBy(() -> poll("/feed", null)).hasMessageContaining("larger than");
    }

    @Test
    void malformedItemsAreCountedAndTheOthersKept() throws Exception {
        body("""
                <rss version="2.0"><channel><title>T</title>
                <item><title>no id</title></item>
                <item><guid>http://e.org/1</guid></item>
                <item><guid>http://e.org/2</guid><title>Future</title><pubDate>Sat, 02 May 2026 13:00:00 GMT</pubDate></item>
                <item><guid>http://e.org/3</guid><title>Good</title><pubDate>Sat, 02 May 2026 11:00:00 GMT</pubDate></item>
                <item><guid>http://e.org/3</guid><title>Good again</title></item>
                </channel></rss>""");

        var came = came(poll("/feed", null));

        assertThat(came.posts()).extracting(Post::id).containsExactly("http://e.org/3");
        assertThat(came.malformed()).isEqualTo(3);
        assertThat(came.fault()).isEqualTo("has neither guid nor link");
    }

    @Test
    void anItemWithoutADateKeepsTheTimeItWasFirstSeen() throws Exception {
        body(ONE_ITEM.replaceAll("<pubDate>.*</pubDate>", ""));
        var first = came(poll("/feed", null));
        body(ONE_ITEM.replaceAll("<pubDate>.*</pubDate>", "").replace("un produit", "tout"));
        var later = (Harvest.Came) source("/feed").poll(first.cursor(), NOW.plusSeconds(3_600));

        assertThat(first.posts()).extracting(Post::publishedAt).containsExactly(NOW);
        assertThat(later.posts()).extracting(Post::publishedAt).containsExactly(NOW);
    }

    @Test
    void aDateWithoutAZoneIsUtc() throws Exception {
        for (var date : List.of("2026-05-02T08:00:00", "2026-05-02 08:00:00", "Sat, 02 May 2026 08:00:00")) {
            body(ONE_ITEM.replace("Sat, 02 May 2026 08:00:00 GMT", date));

            assertThat(came(poll("/feed", null)).posts())
                    .extracting(Post::publishedAt)
                    .containsExactly(Instant.parse("2026-05-02T08:00:00Z"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-02T08:00:00.588090+00:00, 2026-05-02T08:00:00.588Z",
        "2026-05-02T08:00:00.588090123Z, 2026-05-02T08:00:00.588Z",
        "2026-05-02T08:00:00.588090, 2026-05-02T08:00:00.588Z",
        "2026-05-02T10:00:00.5+02:00, 2026-05-02T08:00:00.500Z",
        "2026-05-02T08:00:00.588Z, 2026-05-02T08:00:00.588Z"
    })
    void aFractionOfASecondIsOneWhateverItsDigits(String written, Instant meant) throws Exception {
        body("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:f</id>
                <entry><id>urn:uuid:1</id><title>Acme</title><updated>%s</updated></entry></feed>""".formatted(written));

        assertThat(came(poll("/feed", null)).posts())
                .extracting(Post::publishedAt)
                .containsExactly(meant);
    }

    @Test
    void atomRdfAndOldEncodingsAreRead() throws Exception {
        body("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><id>urn:f</id>
                <entry><id>urn:uuid:1</id><title>Acme</title><link href="https://e.org/1"/><updated>2026-05-02T08:00:00+02:00</updated>
                <author><name>Ann</name></author><content type="html">&lt;b&gt;Hello&lt;/b&gt;</content></entry></feed>""");
        assertThat(came(poll("/feed", null)).posts()).singleElement().satisfies(post -> {
            assertThat(post.id()).isEqualTo("urn:uuid:1");
            assertThat(post.text()).isEqualTo("Hello");
            assertThat(post.publishedAt()).isEqualTo(Instant.parse("2026-05-02T06:00:00Z"));
        });

        body("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
                <channel rdf:about="http://e.org"><title>T</title><link>http://e.org</link><description>d</description></channel>
                <item rdf:about="http://e.org/1"><title>Acme</title><link>http://e.org/1</link></item></rdf:RDF>""");
        assertThat(came(poll("/feed", null)).posts()).extracting(Post::title).containsExactly("Acme");

        body = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>%s"
                .formatted(ONE_ITEM.substring(ONE_ITEM.indexOf("<rss")).replace("un produit", "l'été"))
                .getBytes(Charset.forName("ISO-8859-1"));
        assertThat(came(poll("/feed", null)).posts()).extracting(Post::title).containsExactly("Acme rappelle l'été");
    }

    @Test
    void aLongGuidIsReplacedByItsHash() throws Exception {
        body(ONE_ITEM.replace("u-1", "http://e.org/" + "x".repeat(2_000)));

        assertThat(came(poll("/feed", null)).posts()).extracting(Post::id).allMatch(id -> id.matches("[0-9a-f]{64}"));
    }

    @Test
    void privateAddressesAreRefusedUnlessAllowed() {
        try (var guarded = new FeedClient(new AddressGuard(false), 200_000)) {
            for (var host : List.of("127.0.0.1", "localhost")) {
                var inside = new Feed(
                        URI.create("http://" + host + ":" + server.getAddress().getPort() + "/feed"),
                        Duration.ofMinutes(5),
                        "rss",
                        null);
                assertThatThrownBy(() -> new RssSource(inside, guarded).poll(null, NOW))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("private address");
            }
        }
        assertThat(asked).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(Map.copyOf(exchange.getRequestHeaders()));
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean empty = status == 304;
        exchange.sendResponseHeaders(status, empty ? -1 : body.length == 0 ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Feed feed(String path) {
        return new Feed(URI.create(base() + path), Duration.ofMinutes(5), "rss", null);
    }

    private RssSource source(String path) {
        return new RssSource(feed(path), client);
    }

    private Harvest poll(String path, String cursor) throws IOException {
        return source(path).poll(cursor, NOW);
    }

    private static Harvest.Came came(Harvest harvest) {
        assertThat(harvest).isInstanceOf(Harvest.Came.class);
        return (Harvest.Came) harvest;
    }
}
