package vigie.local.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A query that is mended late counts as if it had been right from the start: beside a brand that had the right one all along. */
@ExtendWith(SharedVigie.class)
class HistoryIT {

    private static final Instant NOW = Instant.now();
    private static final Instant FROM = NOW.minus(Duration.ofDays(21));
    private static final String RIGHT = "(sudrail OR \\\"sud rail\\\") NOT hiring";

    private static RunningVigie vigie;

    @BeforeAll
    static void startEverything() throws Exception {
        vigie = SharedVigie.vigie();
    }

    @AfterAll
    static void theOtherTestsCountTheMentionsOfAllBrands() throws Exception {
        for (var brand : List.of("mended", "always", "calm", "killed")) {
            vigie.delete("/api/brands/" + brand);
        }
    }

    @Test
    void aQueryMendedLateCountsAsIfItHadBeenThereFromTheStart() throws Exception {
        brand("mended", "\\\"sud rail\\\"");
        brand("always", RIGHT);
        push(posts());
        push(List.of(post("n1", 5, "sudrail, edited: nothing to see"), post("n2", 6, "Somebody else, at last")));
        gone("n3");
        gone("n8");
        eventually(() -> assertThat(total("always")).isEqualTo(expectedOfRight()));
        eventually(() -> assertThat(total("mended")).isEqualTo(expectedOfWrong()));

        brand("mended", RIGHT);
        var done = rematched("mended");
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

        var again = rematched("mended");
        assertThat(changes(again)).isEqualTo("added 0, removed 0, changed 0, leftAlone 0");
        assertThat(told("mended")).isEqualTo(told("always"));

        // from now on it is a brand like any other
        push(List.of(post("late", 0, "sudrail as ever")));
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

    @Test
    void aRematchWhoseServiceIsKilledEndsWithTheNumbersOfOneThatWasLeftAlone() throws Exception {
        for (var brand : List.of("calm", "killed")) {
            brand(brand, "globex OR initech");
        }
        var texts = List.of("globex again", "Initech, what else", "hooli is late, terrible", "nothing at all");
        for (int page = 0; page < 4; page++) {
            var posts = new ArrayList<String>();
            for (int i = 0; i < 1_000; i++) {
                posts.add(post("k" + page + "-" + i, 3 + i / 3, texts.get(i % 4) + " " + i));
            }
            push(posts);
        }
        for (var brand : List.of("calm", "killed")) {
            eventually(() -> assertThat(total(brand)).isEqualTo(2_000));
            brand(brand, "initech OR hooli");
        }
        var untouched = told("killed");
        var calm = rematched("calm");
        assertThat(told("killed")).isEqualTo(untouched);
        assertThat(changes(calm)).isEqualTo("added 1000, removed 1000, changed 0, leftAlone 0");

        assertThat(begin("killed")).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> progress("killed").path("looked").asLong() > 0);
        var halfway = progress("killed");
        assertThat(halfway.path("state").asString()).isEqualTo("running");
        assertThat(halfway.path("looked").asLong())
                .isLessThan(halfway.path("total").asLong());
        vigie.crash("alert-service");

        assertThat(progress("killed").path("looked").asLong())
                .isGreaterThanOrEqualTo(halfway.path("looked").asLong());
        assertThat(changes(ended("killed"))).isEqualTo(changes(calm));
        assertThat(told("killed")).isEqualTo(told("calm")).hasSize(2_000);
        assertThat(stats("killed", "timeline", "&interval=1h")).isEqualTo(stats("calm", "timeline", "&interval=1h"));
    }

    /** Every fourth names the brand in one word, every fourth in two, every fourth is about jobs, the others of something else. */
    private static List<String> posts() {
        var texts = List.of(
                "Sudrail was late again, disappointed",
                "On board Sud Rail to Leeds",
                "Sud Rail is hiring",
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

    private static JsonNode rematched(String brand) throws Exception {
        assertThat(begin(brand)).isEqualTo(202);
        return ended(brand);
    }

    private static int begin(String brand) throws Exception {
        return vigie.post("/api/brands/" + brand + "/rematch", "{\"from\":\"" + FROM + "\"}")
                .status();
    }

    private static JsonNode ended(String brand) throws Exception {
        eventually(() -> assertThat(progress(brand).path("state").asString()).isEqualTo("done"));
        return progress(brand);
    }

    private static JsonNode progress(String brand) throws Exception {
        return vigie.get("/api/brands/" + brand + "/rematch").body();
    }

    private static String changes(JsonNode progress) {
        return Stream.of("added", "removed", "changed", "leftAlone")
                .map(what -> what + " " + progress.path(what).asLong())
                .collect(Collectors.joining(", "));
    }

    private static void brand(String id, String query) throws Exception {
        var form =
                "{\"name\":\"Acme\",\"timeZone\":\"UTC\",\"queries\":[{\"id\":\"name\",\"name\":\"Name\",\"query\":\""
                        + query + "\"}]}";
        assertThat(vigie.put("/api/brands/" + id, form).status()).isIn(200, 201);
        // what is learnt of a brand depends on when it was heard, and two brands are compared here to the last digit
        var setting = vigie.put("/api/brands/" + id + "/sentiment", "{\"enabled\":false}");
        assertThat(setting.status()).isIn(200, 202);
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
        var cursor = "";
        do {
            var page = vigie.get("/api/mentions?brand=" + brand + "&size=1000" + period() + cursor)
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
            cursor = page.has("cursor") ? "&cursor=" + page.path("cursor").asString() : "";
        } while (!cursor.isEmpty());
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
        assertThat(vigie.push("DELETE", "/api/posts?platform=forum&id=history-" + id, null)
                        .status())
                .isEqualTo(202);
    }

    private static void push(List<String> posts) throws Exception {
        var answer = vigie.push("POST", "/api/posts", "[" + String.join(",", posts) + "]");
        assertThat(answer.status()).isEqualTo(202);
    }

    private static String post(String id, int hoursAgo, String text) {
        return "{\"id\":\"history-%s\",\"platform\":\"forum\",\"publishedAt\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"a-%s\"}}"
                .formatted(id, NOW.minus(hoursAgo, ChronoUnit.HOURS), text, id);
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(check);
    }
}
