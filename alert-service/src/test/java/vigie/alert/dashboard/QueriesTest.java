package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.model.Post;
import vigie.model.PostEvent;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;

@AlertServiceTest
class QueriesTest {

    private final Api api;
    private final MentionStore store;

    QueriesTest(@LocalServerPort int port, @Autowired MentionStore store) {
        api = Api.at(port);
        this.store = store;
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
    void itCountsWhatTheQueryWouldHaveCaughtOfAnyBrandOrNone() {
        var now = Instant.now();
        var post = Post.of("x", "caught-1", now.minusSeconds(3_600), "zzyzx is a rare word");
        var old = Post.of("x", "caught-2", now.minusSeconds(30L * 24 * 3_600), "zzyzx was a rare word");
        store.bulk(List.of(
                StoreWrite.post(new PostEvent.Published(post, now, "test"), now.toEpochMilli()),
                StoreWrite.post(new PostEvent.Published(old, now, "test"), now.toEpochMilli())));
        store.refresh();
        var answer = Api.json(api.post("/api/queries/check", "{\"query\":\"zzyzx\"}"));
        assertThat(answer.get("matches").asLong()).isEqualTo(1);
        var sample = answer.get("samples").get(0);
        assertThat(sample.get("id").asString()).isEqualTo("caught-1");
        assertThat(sample.get("platform").asString()).isEqualTo("x");
        assertThat(sample.get("matched").get(0).toString())
                .isEqualTo("{\"field\":\"text\",\"start\":0,\"end\":5,\"clause\":\"zzyzx\"}");
    }

    @Test
    void theWholeAnswerHasEveryPartThatIsPromised() {
        var answer = Api.json(
                api.post("/api/queries/check", "{\"query\":\"orange ET  colis\",\"texts\":[\"Colis Orange\"]}"));
        assertThat(answer.propertyNames())
                .contains("valid", "errors", "warnings", "normalized", "cost", "matches", "samples", "texts");
        assertThat(answer.get("normalized").asString()).isEqualTo("orange AND colis");
        assertThat(answer.get("cost").asString()).isEqualTo("low");
        assertThat(answer.at("/texts/0/matched").size()).isEqualTo(2);
        assertThat(Api.json(api.post("/api/queries/check", "{\"query\":\"orange\"}"))
                        .at("/warnings/0/suggestion")
                        .asString())
                .isEqualTo("{Orange}");
    }

    @Test
    void anErrorIsToldInTheReadersLanguageWithPlaceAndMend() {
        var asked = "{\"query\":\"colis lanng:fr\",\"texts\":[\"colis\"]}";
        var french = Api.json(api.post("/api/queries/check?lang=fr", asked));
        var english = Api.json(api.post("/api/queries/check?lang=en", asked));
        assertThat(french.at("/errors/0/message").asString()).startsWith("Le champ lanng n'existe pas");
        assertThat(english.at("/errors/0/message").asString()).startsWith("There is no field lanng");
        assertThat(english.at("/errors/0/position").asInt()).isEqualTo(6);
        assertThat(english.at("/errors/0/length").asInt()).isEqualTo(5);
        assertThat(english.at("/errors/0/suggestion").asString()).isEqualTo("lang");
        assertThat(english.get("matches").asLong()).isZero();
        assertThat(english.at("/texts/0/matches").asBoolean(true)).isFalse();
        var accepted = api.send(
                "POST", "/api/queries/check", asked, "Content-Type", "application/json", "Accept-Language", "fr-CA");
        assertThat(Api.json(accepted).at("/errors/0/message").asString()).startsWith("Le champ");
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
