package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.door.Role;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;

@AlertServiceTest
class HistoryTest {

    private static final Instant NOW = Instant.now();

    private final Api api;
    private final MentionStore store;

    HistoryTest(@LocalServerPort int port, @Autowired MentionStore store) {
        api = Api.at(port);
        this.store = store;
    }

    @Test
    void everyVersionOfTheQueriesIsKeptWithWhoAndWhen() {
        put("kept-versions", "Name", "first");
        api.as(Role.ANALYST).put("/api/brands/kept-versions", form("Name", "second"));
        put("kept-versions", "Another name", "second");
        put("kept-versions", "Another name", "first");
        var versions = Api.json(api.as(Role.VIEWER).get("/api/brands/kept-versions/versions"))
                .get("items");
        assertThat(versions.size()).isEqualTo(3);
        assertThat(versions.get(0).get("version").asInt()).isEqualTo(3);
        assertThat(versions.get(0).get("current").asBoolean()).isTrue();
        assertThat(versions.get(1).at("/queries/0/query").asString()).isEqualTo("second");
        assertThat(versions.get(1).get("current").asBoolean()).isFalse();
        assertThat(versions.get(2).at("/queries/0/query").asString()).isEqualTo("first");
        for (var version : versions) {
            assertThat(version.get("by").asString()).isEqualTo("api-key");
            assertThat(Instant.parse(version.get("at").asString())).isAfter(NOW.minusSeconds(5));
        }
    }

    @Test
    void aBrandCreatedAnewHasNoneOfTheVersionsBefore() {
        put("renewed", "Name", "first");
        api.delete("/api/brands/renewed");
        put("renewed", "Name", "second");
        var versions = Api.json(api.get("/api/brands/renewed/versions")).get("items");
        assertThat(versions.size()).isEqualTo(1);
        assertThat(versions.get(0).at("/queries/0/query").asString()).isEqualTo("second");
    }

    @Test
    void twoVersionsAreComparedOnTheLastWeek() {
        said("cmp-1", NOW.minusSeconds(60), "zorille and lamp");
        said("cmp-2", NOW.minusSeconds(61), "zorille and chair");
        said("cmp-3", NOW.minusSeconds(62), "zorille, lamp and chair");
        said("cmp-4", NOW.minusSeconds(20L * 24 * 3_600), "zorille and chair");
        store.refresh();
        put("compared", "Name", "zorille AND lamp");
        put("compared", "Name", "zorille AND chair");
        var answer =
                Api.json(api.post("/api/brands/compared/compare", "{\"from\":{\"version\":1},\"to\":{\"version\":2}}"));
        assertThat(answer.get("added").asInt()).isEqualTo(1);
        assertThat(answer.get("dropped").asInt()).isEqualTo(1);
        assertThat(answer.get("kept").asInt()).isEqualTo(1);
        var added = answer.at("/samples/added/0");
        assertThat(added.at("/post/id").asString()).isEqualTo("cmp-2");
        assertThat(added.at("/matches/0/spans").toString()).contains("\"start\":12", "\"clause\":\"chair\"");
        assertThat(answer.at("/samples/dropped/0/post/id").asString()).isEqualTo("cmp-1");
        var unsaved = Api.json(api.post(
                "/api/brands/compared/compare",
                "{\"from\":{\"version\":2},\"to\":{\"queries\":[{\"query\":\"zorille\"}]},\"period\":{\"from\":\""
                        + NOW.minusSeconds(30L * 24 * 3_600) + "\"}}"));
        assertThat(unsaved.get("added").asInt()).isEqualTo(1);
        assertThat(unsaved.get("kept").asInt()).isEqualTo(3);
        assertThat(unsaved.get("dropped").asInt()).isZero();
    }

    @Test
    void whatCannotBeComparedIsRefusedWithItsField() {
        put("incomparable", "Name", "first");
        refused("{}", "from");
        refused("{\"from\":{\"version\":7}}", "from.version");
        refused("{\"from\":{\"version\":1,\"queries\":[]}}", "from");
        refused("{\"from\":{\"version\":1},\"to\":{\"queries\":[{\"query\":\"a AND (\"}]}}", "to.queries[0].query");
        refused("{\"from\":{\"version\":1},\"period\":{\"from\":\"2099-01-01T00:00:00Z\"}}", "period.from");
        assertThat(api.post("/api/brands/nobody/compare", "{}").statusCode()).isEqualTo(404);
        assertThat(api.as(Role.VIEWER)
                        .post("/api/brands/incomparable/compare", "{\"from\":{\"version\":1}}")
                        .statusCode())
                .isEqualTo(403);
    }

    private void refused(String form, String field) {
        var answer = api.post("/api/brands/incomparable/compare", form);
        assertThat(answer.statusCode()).as(form).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo(field);
    }

    private void put(String brand, String name, String query) {
        assertThat(api.put("/api/brands/" + brand, form(name, query)).statusCode())
                .isIn(200, 201, 202);
    }

    private static String form(String name, String query) {
        return "{\"name\":\"%s\",\"queries\":[{\"id\":\"q\",\"name\":\"Q\",\"query\":\"%s\"}]}".formatted(name, query);
    }

    private void said(String id, Instant at, String text) {
        var event = new PostEvent.Published(Post.of("x", id, at, text), at, "test");
        store.bulk(List.of(StoreWrite.post(event, NOW.toEpochMilli())));
    }
}
