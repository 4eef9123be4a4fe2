package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.model.MatcherStatus;
import vigie.topic.Topics;

@AlertServiceTest
class BrandsTest {

    private static final String PONANT = """
            {"name": "Ponant Rail", "language": "fr", "timeZone": "Europe/Paris",
             "queries": [{"id": "name", "name": "Our name", "query": "ponant"}],
             "hashtags": ["#PonantRail", "ponantrail"], "competitors": ["not-there-yet"]}
            """;

    private final Api api;
    private final TopicWriter writer;
    private final Setup setup;

    BrandsTest(@LocalServerPort int port, @Autowired TopicWriter writer, @Autowired Setup setup) {
        api = Api.at(port);
        this.writer = writer;
        this.setup = setup;
    }

    @AfterEach
    void noMatchers() {
        writer.write(Topics.MATCHER_STATUS, "test-matcher", null, "test");
    }

    @Test
    void aNewBrandIsAnsweredAsItWasUnderstoodAndCanBeReadAtOnce() {
        var created = api.put("/api/brands/ponant", PONANT);
        assertThat(created.statusCode()).isEqualTo(201);
        var brand = Api.json(api.get("/api/brands/ponant"));
        assertThat(brand).isEqualTo(Api.json(created));
        assertThat(brand.get("hashtags").toString()).isEqualTo("[\"ponantrail\"]");
        assertThat(brand.has("pending")).isFalse();
        assertThat(Api.json(api.get("/api/brands")).get("items").toString()).contains("\"ponant\"");
    }

    @Test
    void aNewBrandIsWatchedByTwoRulesFromTheStart() {
        api.put("/api/brands/watched", PONANT);
        await().untilAsserted(() -> {
            var rule = setup.rule("watched.negative-spike").orElseThrow();
            assertThat(rule.metric()).isEqualTo("negative");
            assertThat(rule.budgetDays()).isEqualTo(14);
            assertThat(setup.rule("watched.volume-spike").orElseThrow().metric())
                    .isEqualTo("mentions");
        });
    }

    @Test
    void aChangedBrandKeepsTheTimeOfItsCreation() {
        var since = Api.json(api.put("/api/brands/kept", PONANT)).get("since");
        var changed = api.put("/api/brands/kept", "{\"name\":\"Other\"}");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Api.json(changed).get("since")).isEqualTo(since);
    }

    @Test
    void theAnswerWaitsUntilTheLiveMatcherHasAppliedTheBrand() {
        report(-1);
        var answer = CompletableFuture.supplyAsync(() -> api.put("/api/brands/awaited", PONANT));
        await().until(() -> setup.brand("awaited").isPresent());
        assertThat(answer).isNotDone();
        report(Long.MAX_VALUE);
        assertThat(answer.join().statusCode()).isEqualTo(201);
    }

    @Test
    void aMatcherThatDoesNotFollowMakesTheBrandPending() {
        report(-1);
        var answer = api.put("/api/brands/slow", PONANT);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Api.json(answer).get("pending").asBoolean()).isTrue();
    }

    @Test
    void aMatcherSilentForLongHoldsNobodyUp() {
        writer.write(
                Topics.MATCHER_STATUS,
                "test-matcher",
                new MatcherStatus("test-matcher", Map.of(0, -1L), Instant.now().minusSeconds(60)),
                "test");
        assertThat(api.put("/api/brands/alone", PONANT).statusCode()).isEqualTo(201);
    }

    @Test
    void aDeletedBrandIsGoneWithItsRules() {
        api.put("/api/brands/ended", PONANT);
        assertThat(api.delete("/api/brands/ended").statusCode()).isEqualTo(204);
        assertThat(api.get("/api/brands/ended").statusCode()).isEqualTo(404);
        await().until(() -> setup.rules().stream().noneMatch(r -> r.brand().equals("ended")));
        assertThat(api.delete("/api/brands/ended").statusCode()).isEqualTo(404);
    }

    @Test
    void excludedSitesAreKeptAsPostsSitesAreWrittenAndAnyAccountCanBeExcluded() {
        var brand = Api.json(api.put("/api/brands/excluding", """
                {"name": "E", "excludedSites": ["WWW.Example.org", "xn--mller-kva.example", "müller.example"],
                 "excludedAuthors": ["play.store:Jean Dupont", "x:7"]}"""));
        assertThat(brand.get("excludedSites").toString()).isEqualTo("[\"example.org\",\"müller.example\"]");
        assertThat(brand.get("excludedAuthors").toString()).isEqualTo("[\"play.store:Jean Dupont\",\"x:7\"]");
    }

    @Test
    void everyRefusalNamesItsField() {
        refused("/api/brands/Ponant", PONANT, "id");
        refused("/api/brands/x", "{}", "name");
        refused("/api/brands/x", "{\"name\":\"X\",\"timeZone\":\"Mars/Base\"}", "timeZone");
        refused("/api/brands/x", "{\"name\":\"X\",\"language\":\"french\"}", "language");
        refused("/api/brands/x", "{\"name\":\"X\",\"hashtags\":[\"ok\",\"a b\"]}", "hashtags[1]");
        refused("/api/brands/x", "{\"name\":\"X\",\"hashtags\":[null]}", "hashtags");
        refused("/api/brands/x", "{\"name\":\"X\",\"competitors\":[\"x\"]}", "competitors[0]");
        refused("/api/brands/x", "{\"name\":\"X\",\"queries\":[{\"id\":\"q\"}]}", "queries[0].query");
        refused(
                "/api/brands/x",
                "{\"name\":\"X\",\"queries\":[{\"id\":\"q\",\"query\":\"a\"},{\"id\":\"q\",\"query\":\"b\"}]}",
                "queries[1].id");
    }

    @Test
    void unreadableJsonIsAnsweredWithItsPlace() {
        var answer = api.put("/api/brands/x", "{\"name\":");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.json(answer).get("line").asInt()).isEqualTo(1);
    }

    private void refused(String path, String body, String field) {
        var answer = api.put(path, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo(field);
    }

    private void report(long applied) {
        writer.write(
                Topics.MATCHER_STATUS,
                "test-matcher",
                new MatcherStatus("test-matcher", Map.of(0, applied), Instant.now()),
                "test");
    }
}
