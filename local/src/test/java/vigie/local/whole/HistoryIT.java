package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A query that is mended late counts as if it had been right from the start: beside a brand that had the right one all along. */
class HistoryIT {

    private static final Instant NOW = Instant.now();
    private static final Instant FROM = NOW.minus(Duration.ofDays(21));
    private static final String RIGHT = "(acmerail OR \\\"acme rail\\\") NOT hiring";

    private static RunningVigie vigie;

    @BeforeAll
    static void startEverything() throws Exception {
        vigie = new RunningVigie();
    }

    @AfterAll
    static void stopEverything() throws Exception {
        vigie.close();
    }

    @Test
    void aQueryMendedLateCountsAsIfItHadBeenThereFromTheStart() throws Exception {
        brand("mended", "\\\"acme rail\\\"");
        brand("always", RIGHT);
        push(posts());
        push(List.of(post("n1", 5, "acmerail, edited: nothing to see"), post("n2", 6, "Somebody else, at last")));
        gone("n3");
        gone("n8");
        eventually(() -> assertThat(total("always")).isEqualTo(expectedOfRight()));
        eventually(() -> assertThat(total("mended")).isEqualTo(expectedOfWrong()));

        brand("mended", RIGHT);
        var done = rematched();
        assertThat(done.path("added").asLong()).isPositive();
        assertThat(done.path("removed").asLong()).isPositive();
        assertThat(total("mended")).isEqualTo(expectedOfRight());
        assertThat(told("mended")).isEqualTo(told("always"));
        assertThat(stats("mended", "timeline", "&interval=1h")).isEqualTo(stats("always", "timeline", "&interval=1h"));
        assertThat(stats("mended", "breakdown", "&by=sentiment"))
                .isEqualTo(stats("always", "breakdown", "&by=sentiment"));
        for (var alert : vigie.get("/api/alerts?brand=mended").body().path("items")) {
            assertThat(alert.path("tell").asBoolean()).isFalse();
        }

        var again = rematched();
        for (var what : List.of("added", "removed", "changed", "leftAlone")) {
            assertThat(again.path(what).asLong()).as(what).isZero();
        }
        assertThat(told("mended")).isEqualTo(told("always"));

        // from now on it is a brand like any other
        push(List.of(post("late", 0, "acmerail as ever")));
        eventually(() -> assertThat(total("mended")).isEqualTo(expectedOfRight() + 1));
        var versions = vigie.get("/api/brands/mended/versions").body().path("items");
        assertThat(versions.size()).isEqualTo(2);
        var compared = vigie.post(
                        "/api/brands/mended/compare",
                        "{\"from\":{\"version\":1},\"to\":{\"version\":2},\"period\":{\"from\":\"" + FROM + "\"}}")
                .body();
        assertThat(compared.path("added").asLong()).isEqualTo(done.path("added").asLong() + 1);
        assertThat(compared.path("dropped").asLong())
                .isEqualTo(done.path("removed").asLong());
    }

    /** Every fourth names the brand in one word, every fourth in two, every fourth is about jobs, the others of something else. */
    private static List<String> posts() {
        var texts = List.of(
                "Acmerail was late again, disappointed",
                "On board Acme Rail to Leeds",
                "Acme Rail is hiring",
                "Nothing to do with it");
        var posts = new ArrayList<String>();
        for (int i = 0; i < 1_200; i++) {
            posts.add(post("n" + i, 3 + i / 3, texts.get(i % 4) + " " + i));
        }
        return posts;
    }

    /** 300 in one word, 300 in two; the second of the latter is edited into the former, one of the former is deleted. */
    private static long expectedOfRight() {
        return 600 - 1;
    }

    /** 300 in two words, 300 jobs; one of each is edited away. */
    private static long expectedOfWrong() {
        return 600 - 2;
    }

    private static JsonNode rematched() throws Exception {
        var begun = vigie.post("/api/brands/mended/rematch", "{\"from\":\"" + FROM + "\"}");
        assertThat(begun.status()).isEqualTo(202);
        eventually(() -> assertThat(vigie.get("/api/brands/mended/rematch")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("done"));
        return vigie.get("/api/brands/mended/rematch").body();
    }

    private static void brand(String id, String query) throws Exception {
        var form =
                "{\"name\":\"Acme\",\"timeZone\":\"UTC\",\"queries\":[{\"id\":\"name\",\"name\":\"Name\",\"query\":\""
                        + query + "\"}]}";
        assertThat(vigie.put("/api/brands/" + id, form).status()).isIn(200, 201);
    }

    private static long total(String brand) throws Exception {
        return vigie.get("/api/mentions?brand=" + brand + "&size=1" + period())
                .body()
                .path("total")
                .asLong();
    }

    /** All that is said of every mention but its own id and brand. */
    private static TreeMap<String, String> told(String brand) throws Exception {
        var told = new TreeMap<String, String>();
        var page = vigie.get("/api/mentions?brand=" + brand + "&size=1000" + period())
                .body();
        for (var item : page.path("items")) {
            told.put(
                    item.path("postId").asString(),
                    String.join(
                            "|",
                            item.path("eventTime").toString(),
                            item.path("text").toString(),
                            item.path("sentiment").toString(),
                            item.path("matches").toString(),
                            item.path("reach").toString(),
                            item.path("story").toString()));
        }
        return told;
    }

    private static JsonNode stats(String brand, String what, String more) throws Exception {
        return vigie.get("/api/stats/" + what + "?brand=" + brand + period() + more)
                .body();
    }

    private static String period() {
        return "&from=" + FROM + "&to=" + NOW.plus(Duration.ofHours(1));
    }

    private static void gone(String id) throws Exception {
        assertThat(vigie.push("DELETE", "/api/posts?platform=forum&id=" + id, null)
                        .status())
                .isEqualTo(202);
    }

    private static void push(List<String> posts) throws Exception {
        var answer = vigie.push("POST", "/api/posts", "[" + String.join(",", posts) + "]");
        assertThat(answer.status()).isEqualTo(202);
    }

    private static String post(String id, int hoursAgo, String text) {
        return "{\"id\":\"%s\",\"platform\":\"forum\",\"publishedAt\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"a-%s\"}}"
                .formatted(id, NOW.minus(hoursAgo, ChronoUnit.HOURS), text, id);
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(check);
    }
}
