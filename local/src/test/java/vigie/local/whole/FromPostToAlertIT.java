package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vigie.local.receive.LocalReceiver;

/** The main job, through the front doors only: posts go in by HTTP, an alert comes out, and counts stay right whatever happens. */
@ExtendWith(SharedVigie.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromPostToAlertIT {

    private static final Instant NOW = Instant.now();
    private static final String BRAND = """
            {"name":"Borel Rail","language":"en","timeZone":"Europe/Paris","hashtags":["borelrail"],
             "queries":[{"id":"name","name":"Name","query":"\\"borel rail\\" OR @borelrail OR #borelrail"}]}""";

    private static final String SECRET = "sixteen characters or more";

    private static RunningVigie vigie;
    private static LocalReceiver desk;
    private static final List<String> arrived = new CopyOnWriteArrayList<>();
    private static List<String> everyday;
    private static List<String> crisis;

    @BeforeAll
    static void startEverything() throws Exception {
        vigie = SharedVigie.vigie();
        desk = new LocalReceiver(0, 0, SECRET, 204, Clock.systemUTC(), arrived::add);
        everyday = new ArrayList<>();
        for (int i = 0; i < 3 * 24 * 4; i++) {
            var at = NOW.minus(Duration.ofMinutes(20 + 15L * i));
            everyday.add(post(
                    "e" + i,
                    at,
                    i % 5 == 0 ? "Borel Rail was late again, disappointed" : "On board Borel Rail to Leeds"));
        }
        crisis = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            crisis.add(post("c" + i, NOW, "Stuck for hours with Borel Rail, terrible, awful, a shame number " + i));
        }
    }

    @AfterAll
    static void theOtherTestsHaveReceiversOfTheirOwn() throws Exception {
        vigie.delete("/api/receivers/desk");
        desk.close();
    }

    @Test
    @Order(1)
    void aBrandIsAnsweredOnceTheMatchersKnowIt() throws Exception {
        assertThat(vigie.put("/api/brands/borel", BRAND).status()).isEqualTo(201);
        assertThat(vigie.get("/api/rules").body().toString()).contains("borel.negative-spike", "borel.volume-spike");
        var receiver = vigie.put("/api/receivers/desk", """
                        {"name": "Desk", "channel": "webhook", "settings": {"url": "http://127.0.0.1:%d/", "secret": "%s"}}""".formatted(desk.httpPort(), SECRET));
        assertThat(receiver.status()).isEqualTo(201);
    }

    @Test
    @Order(2)
    void postsBecomeMentionsWithTheirSentiment() throws Exception {
        pushAll(everyday);
        pushAll(List.of(post("other", NOW, "Nothing to do with any brand")));
        eventually(() -> assertThat(mentions()).isEqualTo(everyday.size()));
        var page =
                vigie.get("/api/mentions?brand=borel&sentiment=negative&size=1").body();
        assertThat(page.at("/items/0/sentiment/evidence").toString()).contains("disappointed");
        assertThat(page.at("/items/0/matches/0/spans/0/clause").asString()).isNotEmpty();
    }

    @Test
    @Order(3)
    void aSpikeOfNegativeMentionsBecomesAnAlertWithItsReason() throws Exception {
        pushAll(crisis);
        eventually(() -> assertThat(openAlerts("negative")).hasSize(1));
        var id = openAlerts("negative").get(0);
        // it opens while the posts are still coming in
        eventually(() -> assertThat(
                        vigie.get("/api/alerts/" + id).body().path("observed").asLong())
                .isGreaterThanOrEqualTo(20));
        var alert = vigie.get("/api/alerts/" + id).body();
        assertThat(alert.path("expected").asDouble()).isLessThan(10);
        assertThat(alert.path("tell").asBoolean()).isTrue();
        assertThat(alert.at("/explanation/silentBelow").asLong()).isPositive();
        assertThat(alert.path("evidence").toString()).contains("Stuck for hours");
    }

    @Test
    @Order(4)
    void whoeverIsToldAcknowledgesByTheLinkInTheMessage() throws Exception {
        eventually(() -> assertThat(message()).contains("ok   the signature is right", "> Stuck for hours"));
        var link = URI.create(message().replaceAll("(?s).*acknowledge: (\\S+).*", "$1"));
        assertThat(link.getPath()).startsWith("/acknowledge/");
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(vigie.dashboard().resolve(link.getPath()));
        http.send(request.build(), BodyHandlers.discarding());
        var id = openAlerts("negative").get(0);
        assertThat(vigie.get("/api/alerts/" + id).body().path("state").asString())
                .as("a mail scanner that fetches links acknowledges nothing")
                .isEqualTo("open");
        var pressed = http.send(request.POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        assertThat(pressed.statusCode()).isEqualTo(200);
        var alert = vigie.get("/api/alerts/" + id).body();
        assertThat(alert.path("state").asString()).isEqualTo("acknowledged");
        assertThat(alert.path("machine").asString()).isEqualTo("open");
    }

    /** What the receiver was told of the negative mentions; empty before. */
    private static String message() {
        return arrived.stream()
                .filter(block -> block.contains("Borel Rail")
                        && block.contains("negative mentions")
                        && block.contains("acknowledge: "))
                .findFirst()
                .orElse("");
    }

    @Test
    @Order(5)
    void theSamePostsAgainChangeNoCount() throws Exception {
        var before = mentions();
        pushAll(everyday);
        pushAll(crisis);
        // a later post overtakes nothing: once it is counted, the repeats before it on its partition were looked at
        for (int i = 0; i < 16; i++) {
            pushAll(List.of(post("after" + i, NOW, "Borel Rail after the repeats " + i)));
        }
        eventually(() -> assertThat(mentions()).isEqualTo(before + 16));
    }

    @Test
    @Order(6)
    void anEditThatNoLongerMatchesAndADeletionTakeMentionsAway() throws Exception {
        var before = mentions();
        pushAll(List.of(post("after0", NOW, "Edited: no brand any more")));
        assertThat(vigie.push("DELETE", "/api/posts?platform=forum&id=borel-after1", null)
                        .status())
                .isEqualTo(202);
        eventually(() -> assertThat(mentions()).isEqualTo(before - 2));
    }

    @Test
    @Order(7)
    void stoppingAndStartingChangesNoCount() throws Exception {
        var before = mentions();
        var alerts = vigie.get("/api/alerts?brand=borel").body().path("items").size();
        vigie.restart();
        assertThat(mentions()).isEqualTo(before);
        assertThat(vigie.get("/api/alerts?brand=borel").body().path("items").size())
                .isEqualTo(alerts);
        pushAll(List.of(post("afterwards", Instant.now(), "Borel Rail is still followed")));
        eventually(() -> assertThat(mentions()).isEqualTo(before + 1));
    }

    @Test
    @Order(8)
    void aDeletedBrandIsGoneFromSight() throws Exception {
        assertThat(vigie.delete("/api/brands/borel").status()).isEqualTo(204);
        eventually(() -> assertThat(vigie.get("/api/mentions?brand=borel")
                        .body()
                        .path("total")
                        .asLong())
                .isZero());
        assertThat(vigie.get("/api/alerts?brand=borel").body().path("items").size())
                .isZero();
        assertThat(vigie.get("/api/brands/borel").status()).isEqualTo(404);
    }

    private static long mentions() throws Exception {
        return vigie.get("/api/stats/summary?brand=borel")
                .body()
                .path("mentions")
                .asLong();
    }

    private static List<String> openAlerts(String metric) throws Exception {
        var ids = new ArrayList<String>();
        for (var alert : vigie.get("/api/alerts?brand=borel").body().path("items")) {
            if (alert.path("metric").asString().equals(metric)
                    && alert.path("resolvedAt").isMissingNode()) {
                ids.add(alert.path("id").asString());
            }
        }
        return ids;
    }

    private static void pushAll(List<String> posts) throws Exception {
        var answer = vigie.push("POST", "/api/posts", "[" + String.join(",", posts) + "]");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().path("accepted").asInt()).isEqualTo(posts.size());
    }

    private static String post(String id, Instant at, String text) {
        return "{\"id\":\"borel-%s\",\"platform\":\"forum\",\"publishedAt\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"a-%s\"}}"
                .formatted(id, at, text, id);
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(check);
    }
}
