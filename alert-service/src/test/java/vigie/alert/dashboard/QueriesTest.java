package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;

@AlertServiceTest
class QueriesTest {

    private final Api api;

    QueriesTest(@LocalServerPort int port) {
        api = Api.at(port);
    }

    @Test
    void aGoodQueryShowsWhichClauseMatchedWhere() {
        var answer = Api.json(api.post(
                "/api/queries/check",
                "{\"query\":\"ponant AND retard\",\"texts\":[\"Le Ponant a du retard\",\"rien\"]}"));
        assertThat(answer.get("valid").asBoolean()).isTrue();
        assertThat(answer.get("errors").size()).isZero();
        assertThat(answer.get("cost").asString()).isIn("low", "medium", "high");
        var tried = answer.get("texts").get(0);
        assertThat(tried.get("matches").asBoolean()).isTrue();
        assertThat(tried.get("matched").get(0).get("start").asInt()).isEqualTo(3);
        assertThat(tried.get("matched").get(0).get("end").asInt()).isEqualTo(9);
        assertThat(answer.get("texts").get(1).get("matches").asBoolean()).isFalse();
    }

    @Test
    void aWrongQueryIsAnsweredWithItsPlaceAndAMendNotWithAnError() {
        var answer = api.post("/api/queries/check", "{\"query\":\"a OR b c\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = Api.json(answer);
        assertThat(body.get("valid").asBoolean()).isFalse();
        assertThat(body.get("errors").get(0).get("message").asString()).isNotBlank();
        assertThat(body.get("errors").get(0).has("position")).isTrue();
        assertThat(api.post("/api/queries/check", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aBrandWithAWrongQueryIsRefusedAtThePlaceOfTheMistake() {
        var answer = api.put(
                "/api/brands/wrong", "{\"name\":\"W\",\"queries\":[{\"id\":\"q\",\"query\":\"ponant AND (\"}]}");
        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = Api.json(answer);
        assertThat(problem.get("field").asString()).isEqualTo("queries[0].query");
        assertThat(problem.has("position")).isTrue();
    }

    @Test
    void aFieldKnownOnlyLaterCannotBeTracked() {
        var answer = api.put(
                "/api/brands/wrong",
                "{\"name\":\"W\",\"queries\":[{\"id\":\"q\",\"query\":\"ponant sentiment:negative\"}]}");
        assertThat(answer.statusCode()).isEqualTo(422);
    }
}
