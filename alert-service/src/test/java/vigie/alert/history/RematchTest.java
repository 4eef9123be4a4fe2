package vigie.alert.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import tools.jackson.databind.JsonNode;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.Role;
import vigie.model.AnalysedMention.Change;
import vigie.model.BrandVersion;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.model.RematchRequest;
import vigie.model.RematchStatus;
import vigie.model.RematchStatus.Phase;
import vigie.model.RematchStatus.State;
import vigie.store.MentionFilter;
import vigie.store.MentionSort;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;
import vigie.store.StoredMention;
import vigie.topic.Topics;

@AlertServiceTest
class RematchTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));

    private final Api api;
    private final MentionStore store;
    private final Setup setup;
    private final TopicWriter writer;
    private final EmbeddedKafkaBroker broker;

    RematchTest(
            @LocalServerPort int port,
            @Autowired MentionStore store,
            @Autowired Setup setup,
            @Autowired TopicWriter writer,
            @Autowired EmbeddedKafkaBroker broker) {
        api = Api.at(port);
        this.store = store;
        this.setup = setup;
        this.writer = writer;
        this.broker = broker;
    }

    @Test
    void historyBecomesWhatTheQueriesNowSayAndASecondTimeChangesNothing() throws Exception {
        brand("rail", "quokka AND late");
        var lost = posts("rail-lost", 3, "quokka is late");
        var kept = posts("rail-kept", 2, "quokka is late again");
        var gained = posts("rail-gained", 700, "quokka comes again");
        var older = List.of(Post.of("x", "rail-old", NOW.minus(Duration.ofDays(20)), "quokka again"));
        stored(lost, NOW);
        stored(kept, NOW);
        stored(gained, NOW);
        stored(older, NOW);
        mentions("rail", lost);
        mentions("rail", kept);
        try (var others = new OtherServices(broker, store, setup)) {
            brand("rail", "quokka AND again");
            var done = rematched("rail", "done");
            assertThat(ids("rail")).hasSize(702).doesNotContain("rail-lost0", "rail-old");
            assertThat(counts(done)).isEqualTo("added 700, removed 3, changed 2, leftAlone 0");
            // mentions that were added meanwhile are looked at as well
            assertThat(done.get("looked").asInt()).isGreaterThanOrEqualTo(702 + 2);
            assertThat(done.get("total").asInt())
                    .isEqualTo(Math.max(702 + 5, done.get("looked").asInt()));
            assertThat(done.get("by").asString()).isEqualTo("api-key");
            assertThat(others.sentAgain()).isEqualTo(705);
            assertThat(counts(rematched("rail", "done"))).isEqualTo("added 0, removed 0, changed 0, leftAlone 0");
            assertThat(others.sentAgain()).isEqualTo(705);
        }
    }

    @Test
    void whatNobodyRemembersHowItWasCountedIsLeftAloneAndSaid() throws Exception {
        brand("aged", "wombat");
        var posts = posts("aged", 2, "wombat");
        stored(posts, NOW.minus(Duration.ofDays(31)));
        mentions("aged", posts);
        try (var others = new OtherServices(broker, store, setup)) {
            brand("aged", "\"another wombat\"");
            assertThat(counts(rematched("aged", "done"))).isEqualTo("added 0, removed 0, changed 0, leftAlone 2");
            assertThat(others.sentAgain()).isZero();
        }
        assertThat(ids("aged")).hasSize(2);
    }

    @Test
    void afterACrashAPageIsSentAgainButCountedOnce() throws Exception {
        brand("crashed", "numbat");
        stored(posts("crashed", 4, "a numbat"), NOW);
        var request = new RematchRequest("after-crash", "crashed", LAST_WEEK, NOW, Instant.now(), "lea", false);
        var before = status(
                request,
                BrandQueries.of(BrandVersion.of(setup.brand("crashed").orElseThrow(), NOW, ""))
                        .fingerprint());
        writer.write(Topics.REMATCH_STATUS, "crashed", before, "test");
        try (var others = new OtherServices(broker, store, setup)) {
            writer.write(Topics.REMATCH_REQUESTS, "crashed", request, "lea");
            var done = awaited("crashed", "done");
            assertThat(counts(done)).isEqualTo("added 4, removed 0, changed 0, leftAlone 0");
            assertThat(others.sentAgain()).isEqualTo(4);
        }
        assertThat(ids("crashed")).hasSize(4);
    }

    @Test
    void queriesChangedMeanwhileEndIt() {
        brand("moved", "bilby");
        var request = new RematchRequest("moved-on", "moved", LAST_WEEK, NOW, Instant.now(), "lea", false);
        writer.write(Topics.REMATCH_STATUS, "moved", status(request, "others"), "test");
        writer.write(Topics.REMATCH_REQUESTS, "moved", request, "lea");
        assertThat(awaited("moved", "failed").get("reason").asString()).contains("changed meanwhile");
    }

    @Test
    void oneAtATimeAndItCanBeCalledOff() {
        brand("single", "potoroo");
        assertThat(state("single").get("state").asString()).isEqualTo("none");
        // nobody reads it here, so the re-match waits
        var waiting = Post.of("x", "unread", NOW, "unread");
        writer.write(Topics.POSTS, "x:unread", (PostEvent) new PostEvent.Published(waiting, NOW, "test"), "test");
        var begun = begin("single");
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(Api.json(begun).get("state").asString()).isEqualTo("running");
        await().untilAsserted(() ->
                assertThat(state("single").path("reason").asString()).contains("vigie-matching"));
        assertThat(begin("single").statusCode()).isEqualTo(409);
        assertThat(api.as(Role.ANALYST).delete("/api/brands/single/rematch").statusCode())
                .isEqualTo(204);
        assertThat(state("single").get("state").asString()).isEqualTo("cancelled");
        assertThat(api.delete("/api/brands/single/rematch").statusCode()).isEqualTo(404);
        assertThat(begin("single").statusCode()).isEqualTo(202);
        assertThat(api.delete("/api/brands/single/rematch").statusCode()).isEqualTo(204);
    }

    @Test
    void onlyAnalystsAndAdministratorsChangeHistory() {
        brand("guarded", "dunnart");
        var path = "/api/brands/guarded/rematch";
        var form = "{\"from\":\"" + LAST_WEEK + "\"}";
        assertThat(api.as(Role.VIEWER).get(path).statusCode()).isEqualTo(200);
        assertThat(api.as(Role.VIEWER).post(path, form).statusCode()).isEqualTo(403);
        assertThat(api.as(Role.RESPONDER).post(path, form).statusCode()).isEqualTo(403);
        assertThat(api.as(Role.RESPONDER).delete(path).statusCode()).isEqualTo(403);
        assertThat(api.as(Role.INGEST).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void everyRefusalNamesItsField() {
        brand("refusing", "dibbler");
        refused("refusing", "{}", "from");
        refused("refusing", "{\"from\":\"yesterday\"}", "from");
        refused("refusing", "{\"from\":\"2026-03-02T00:00:00Z\",\"to\":\"2026-03-01T00:00:00Z\"}", "from");
        assertThat(api.post("/api/brands/nobody/rematch", "{}").statusCode()).isEqualTo(404);
    }

    private void refused(String brand, String form, String field) {
        var answer = api.post("/api/brands/" + brand + "/rematch", form);
        assertThat(answer.statusCode()).as(form).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo(field);
    }

    private static RematchStatus status(RematchRequest request, String queries) {
        return new RematchStatus(
                request.id(),
                request.brand(),
                State.RUNNING,
                null,
                Phase.POSTS,
                null,
                true,
                4,
                4,
                4,
                0,
                0,
                0,
                queries,
                request.at());
    }

    private void brand(String id, String query) {
        var form = "{\"name\":\"%s\",\"queries\":[{\"id\":\"q\",\"name\":\"Q\",\"query\":\"%s\"}]}"
                .formatted(id, query.replace("\"", "\\\""));
        assertThat(api.put("/api/brands/" + id, form).statusCode()).isIn(200, 201, 202);
        await().until(() -> setup.brand(id)
                .filter(b -> b.queries().get(0).query().equals(query))
                .isPresent());
    }

    private static List<Post> posts(String prefix, int n, String text) {
        return IntStream.range(0, n)
                .mapToObj(i -> Post.of("x", prefix + i, NOW.minusSeconds(60 + i), text))
                .toList();
    }

    private void stored(List<Post> posts, Instant version) {
        store.bulk(posts.stream()
                .map(p -> StoreWrite.post(new PostEvent.Published(p, NOW, "test"), version.toEpochMilli()))
                .toList());
        store.refresh();
    }

    private void mentions(String brand, List<Post> posts) {
        var queries = BrandQueries.of(BrandVersion.of(setup.brand(brand).orElseThrow(), NOW, ""));
        store.bulk(posts.stream()
                .map(p -> StoreWrite.mention(OtherServices.mention(
                        brand,
                        p,
                        queries.matches(p),
                        Change.FIRST,
                        NOW.minusSeconds(30).toEpochMilli())))
                .toList());
        store.refresh();
    }

    private HttpResponse<String> begin(String brand) {
        return api.as(Role.ANALYST).post("/api/brands/" + brand + "/rematch", "{\"from\":\"" + LAST_WEEK + "\"}");
    }

    private JsonNode rematched(String brand, String state) {
        assertThat(begin(brand).statusCode()).isEqualTo(202);
        return awaited(brand, state);
    }

    private JsonNode awaited(String brand, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(state(brand).get("state").asString()).isEqualTo(state));
        return state(brand);
    }

    private JsonNode state(String brand) {
        return Api.json(api.get("/api/brands/" + brand + "/rematch"));
    }

    private static String counts(JsonNode progress) {
        var counts = new ArrayList<String>();
        for (var name : List.of("added", "removed", "changed", "leftAlone")) {
            counts.add(name + " " + progress.get(name).asInt());
        }
        return String.join(", ", counts);
    }

    private List<String> ids(String brand) {
        store.refresh();
        var all = MentionFilter.between(NOW.minus(Duration.ofDays(60)), NOW.plusSeconds(60))
                .brands(List.of(brand))
                .build();
        return store.page(all, MentionSort.RECENT, 1_000, null).items().stream()
                .map(StoredMention::id)
                .toList();
    }
}
