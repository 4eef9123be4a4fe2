package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.setup.Setup;
import vigie.door.Role;
import vigie.model.Receiver;

/** What people who decide who is told can rely on, beyond what is sent. */
@AlertServiceTest
class WhoIsToldTest {

    private final Api api;
    private final Setup setup;

    WhoIsToldTest(@LocalServerPort int port, @Autowired Setup setup) {
        api = Api.at(port);
        this.setup = setup;
    }

    @BeforeEach
    void aBrand() {
        // the service may have just started
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        api.put("/api/brands/decided", "{\"name\":\"Decided\"}").statusCode() < 300);
    }

    @AfterEach
    void clean() {
        for (var id : new String[] {"w-anna", "w-press", "w-hooks"}) {
            api.delete("/api/receivers/" + id);
        }
        api.delete("/api/silences/w-still");
        api.delete("/api/brands/decided");
    }

    @Test
    void aRehearsalSaysWhoWouldBeToldWithoutATreeBeingKept() {
        receiver("w-anna", "\"channel\":\"console\"");
        receiver("w-press", "\"channel\":\"console\",\"minSeverity\":4");
        var tree = """
                {"brand":"decided","severity":3,"tree":{"receivers":["w-press"],"children":[
                  {"match":{"metrics":["negative"],"minSeverity":2},"receivers":["w-anna","w-press"],"repeat":"PT1H",
                   "escalation":[{"after":"PT15M","receivers":["w-anna"]}]}]}}""";
        var answer = rehearsed(tree);
        assertThat(answer.get("told").toString())
                .isEqualTo(
                        "[{\"receiver\":\"w-anna\",\"step\":0,\"repeat\":\"PT1H\",\"ways\":[{\"channel\":\"console\"}]},"
                                + "{\"receiver\":\"w-anna\",\"step\":1,\"after\":\"PT15M\",\"repeat\":\"PT1H\",\"ways\":[{\"channel\":\"console\"}]}]");
        assertThat(answer.get("others").get("w-press").asString()).isEqualTo("severity 3 is below its 4");
        assertThat(api.get("/api/routes").statusCode()).isEqualTo(404);

        api.put(
                "/api/silences/w-still",
                "{\"brand\":\"decided\",\"until\":\"" + Instant.now().plusSeconds(600) + "\",\"reason\":\"move\"}");
        assertThat(rehearsed(tree)
                        .get("told")
                        .get(0)
                        .get("ways")
                        .get(0)
                        .get("held")
                        .asString())
                .isEqualTo("silenced");
        assertThat(api.as(Role.VIEWER)
                        .post("/api/routes/preview", "{\"brand\":\"decided\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Api.json(api.post(
                                "/api/routes/preview",
                                "{\"brand\":\"decided\",\"tree\":{\"children\":[{\"receivers\":[\"nobody\"]}]}}"))
                        .get("field")
                        .asString())
                .isEqualTo("tree.children[0].receivers[0]");
    }

    @Test
    void aSilenceThatIsEndedStaysInTheListWithWhoSetIt() {
        var until = Instant.now().plusSeconds(600);
        api.put("/api/silences/w-still", "{\"until\":\"" + until + "\",\"reason\":\"move\"}");
        assertThat(api.as(Role.VIEWER).post("/api/silences/w-still/end", "").statusCode())
                .isEqualTo(403);
        assertThat(api.as(Role.RESPONDER).post("/api/silences/w-still/end", "").statusCode())
                .isEqualTo(204);
        var ended = setup.silence("w-still").orElseThrow();
        assertThat(ended.until()).isBefore(until);
        assertThat(ended.reason()).isEqualTo("move");
        api.put(
                "/api/silences/w-still",
                "{\"from\":\"" + until + "\",\"until\":\"" + until.plusSeconds(60) + "\",\"reason\":\"move\"}");
        api.post("/api/silences/w-still/end", "");
        assertThat(setup.silence("w-still")).as("what has not begun goes").isEmpty();
    }

    @Test
    void whenAWayGoesTheOtherOneKeepsItsOwnSecret() {
        var first = "\"settings\":{\"url\":\"https://one.example.org/\",\"secret\":\"first-first-first-first\"}";
        var second = "\"settings\":{\"url\":\"https://two.example.org/\",\"secret\":\"second-second-second\"}";
        receiver(
                "w-hooks", "\"channel\":\"webhook\"," + first + ",\"also\":[{\"channel\":\"webhook\"," + second + "}]");
        receiver("w-hooks", "\"channel\":\"webhook\",\"was\":1,\"settings\":{\"url\":\"https://two.example.org/\"}");
        assertThat(setup.receiver("w-hooks").map(Receiver::settings).orElseThrow())
                .containsEntry("secret", "second-second-second");
        var refused = api.put(
                "/api/receivers/w-hooks",
                "{\"name\":\"w-hooks\",\"channel\":\"webhook\",\"was\":-1,\"settings\":{\"url\":\"https://three.example.org/\"}}");
        assertThat(Api.json(refused).get("field").asString()).isEqualTo("settings.secret");
    }

    private JsonNode rehearsed(String question) {
        return Api.json(api.post("/api/routes/preview", question));
    }

    private void receiver(String id, String rest) {
        var answer = api.put("/api/receivers/" + id, "{\"name\":\"" + id + "\"," + rest + "}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
