package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.model.SentimentLabel.NEGATIVE;
import static vigie.model.SentimentLabel.POSITIVE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Said;
import vigie.alert.TestSettings;
import vigie.alert.setup.Setup;
import vigie.alert.setup.TopicWriter;
import vigie.door.Role;
import vigie.model.AnalysedMention;
import vigie.model.PostId;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;

@AlertServiceTest
class NotesTest {

    private static final Instant T = Instant.parse("2026-03-10T10:00:00Z");
    private static final String PERIOD = "&from=2026-03-10T00:00:00Z&to=2026-03-11T00:00:00Z";
    private static final AtomicInteger BRANDS = new AtomicInteger();

    private final Api api;
    private final MentionStore store;
    private final Setup setup;
    private final TopicWriter writer;
    private final String brand = "noted-" + BRANDS.incrementAndGet();
    private final String list = "/api/mentions?brand=" + brand + PERIOD;

    NotesTest(
            @LocalServerPort int port,
            @Autowired MentionStore store,
            @Autowired Setup setup,
            @Autowired TopicWriter writer) {
        api = Api.at(port);
        this.store = store;
        this.setup = setup;
        this.writer = writer;
    }

    @BeforeEach
    void aBrandWithThreeMentionsAndNoNotes() {
        track();
        store.bulk(List.of(
                StoreWrite.mention(said("1", "abc is late")),
                StoreWrite.mention(said("2", "we at abc are sorry")),
                StoreWrite.mention(said("3", "abc is lovely #Sponsorisé"))));
        store.refresh();
    }

    @Test
    void whatIsNotedIsShownWithItsMentionAndCanBeAskedFor() {
        var answer = note(
                "[\"%s\",\"%s\"]".formatted(id("1"), id("3")),
                "\"addTags\":[\"Refund\"],\"assignee\":\"lea\",\"handled\":true");
        assertThat(answer.get("items").get(0).get("note").get("tags").toString())
                .isEqualTo("[\"refund\"]");
        assertThat(ids(list + "&tag=refund")).containsExactly("3", "1");
        assertThat(ids(list + "&assignee=lea&handled=true")).containsExactly("3", "1");
        assertThat(ids(list + "&handled=false")).containsExactly("2");
        assertThat(ids(list + "&tag=other")).isEmpty();
        var noted = Api.json(api.get(list)).get("items").get(0).get("note");
        assertThat(noted.get("assignee").asString()).isEqualTo("lea");
        assertThat(noted.get("handled").asBoolean()).isTrue();
        assertThat(Api.json(api.get("/api/stats/summary?brand=" + brand + "&tag=refund" + PERIOD))
                        .get("mentions")
                        .asLong())
                .isEqualTo(2);
        assertThat(api.get("/api/mentions.csv?brand=" + brand + "&tag=refund" + PERIOD)
                        .body())
                .contains(",refund,lea,true");
        assertThat(Api.json(api.get("/api/mentions/notes?brand=" + brand))
                        .get("tags")
                        .toString())
                .isEqualTo("[{\"name\":\"refund\",\"mentions\":2}]");
    }

    @Test
    void whatIsNotNamedStaysAndEverythingCanBeTakenBack() {
        note("[\"" + id("1") + "\"]", "\"addTags\":[\"refund\",\"legal\"],\"assignee\":\"lea\"");
        note("[\"" + id("1") + "\"]", "\"removeTags\":[\"legal\"],\"handled\":true");
        var kept = item("1").get("note");
        assertThat(kept.get("tags").toString()).isEqualTo("[\"refund\"]");
        assertThat(kept.get("assignee").asString()).isEqualTo("lea");
        note("[\"" + id("1") + "\"]", "\"removeTags\":[\"refund\"],\"handled\":false,\"assignee\":\"\"");
        assertThat(item("1").has("note")).isFalse();
    }

    @Test
    void aMentionToldAnewKeepsItsNote() {
        note("[\"" + id("1") + "\"]", "\"addTags\":[\"refund\"]");
        var anew = said("1", "abc is late, and dirty");
        store.bulk(List.of(StoreWrite.mention(new AnalysedMention(
                anew.mentionId(),
                anew.brand(),
                anew.brandSince(),
                anew.postId(),
                AnalysedMention.Change.REVISED,
                2,
                anew.version() + 1,
                null,
                anew.post(),
                anew.eventTime(),
                anew.queries(),
                anew.lang(),
                anew.sentiment(),
                anew.virality(),
                anew.reach(),
                anew.story(),
                anew.arrivedAt(),
                anew.analysedAt(),
                null))));
        store.refresh();
        assertThat(item("1").get("text").asString()).isEqualTo("abc is late, and dirty");
        assertThat(item("1").get("note").get("tags").toString()).isEqualTo("[\"refund\"]");
    }

    @Test
    void aBrandCreatedAgainBeginsWithoutNotes() {
        note("[\"" + id("1") + "\"]", "\"handled\":true");
        api.delete("/api/brands/" + brand);
        track();
        assertThat(setup.notes().of(id("1"))).isEmpty();
    }

    @Test
    void aNoteIsForgottenOnceItsMentionIsGone() {
        note("[\"%s\",\"%s\"]".formatted(id("1"), id("2")), "\"addTags\":[\"refund\"]");
        store.deletePost("x:1", Instant.now());
        store.refresh();
        var sweep = new NoteSweep(store, setup, writer, Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        sweep.sweep();
        sweep.stop();
        // a note written after the tombstone is read after it
        note("[\"" + id("2") + "\"]", "\"handled\":true");
        assertThat(setup.notes().of(id("1"))).isEmpty();
        assertThat(setup.notes().of(id("2"))).isPresent();
    }

    @Test
    void ofSeveralMentionsEitherAllAreNotedOrNone() {
        var answer = api.post("/api/mentions/notes", "{\"mentions\":[\"" + id("1") + "\",\"0000\"],\"handled\":true}");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(item("1").has("note")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"handled\":true} | mentions",
                "{\"mentions\":[\"1\"]} | handled",
                "{\"mentions\":[\"1\"],\"addTags\":[\"=cmd()\"]} | addTags[0]",
                "{\"mentions\":[\"a b\"],\"handled\":true} | mentions[0]"
            })
    void whatCannotBeNotedIsNamed(String body, String field) {
        var answer = api.post("/api/mentions/notes", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo(field);
    }

    @Test
    void whoOnlyLooksNotesNothing() {
        var body = "{\"mentions\":[\"" + id("1") + "\"],\"handled\":true}";
        assertThat(api.as(Role.VIEWER).post("/api/mentions/notes", body).statusCode())
                .isEqualTo(403);
        assertThat(api.as(Role.RESPONDER).post("/api/mentions/notes", body).statusCode())
                .isEqualTo(200);
    }

    @Test
    void ownAndSponsoredPostsAreToldApart() {
        assertThat(item("2").get("voice").asString()).isEqualTo("own");
        assertThat(item("3").get("voice").asString()).isEqualTo("sponsored");
        assertThat(item("1").has("voice")).isFalse();
        assertThat(ids(list + "&voice=own")).containsExactly("2");
        assertThat(ids(list + "&voice=sponsored")).containsExactly("3");
        assertThat(ids(list + "&voice=others")).containsExactly("1");
    }

    @Test
    void aSavedViewIsItsOwnersUntilItIsShared() {
        var others = api.as(Role.VIEWER);
        var alone = "{\"name\":\"Mine\",\"query\":\"brand=noted&handled=false\"}";
        assertThat(asAPerson("PUT", alone)).isEqualTo(201);
        assertThat(others.get("/api/views").body()).doesNotContain("Mine");
        assertThat(others.delete("/api/views/mine").statusCode()).isEqualTo(404);
        asAPerson("PUT", alone.replace("}", ",\"shared\":true}"));
        assertThat(others.get("/api/views").body()).contains("brand=noted&handled=false");
        assertThat(others.delete("/api/views/mine").statusCode()).isEqualTo(404);
        assertThat(asAPerson("PUT", "{\"name\":\"Mine\",\"query\":\"a b\"}")).isEqualTo(422);
        assertThat(asAPerson("DELETE", null)).isEqualTo(204);
        assertThat(others.get("/api/views").body()).doesNotContain("Mine");
    }

    private int asAPerson(String method, @Nullable String body) {
        var signedIn = api.anonymous()
                .post("/api/session", "{\"user\":\"admin\",\"password\":\"" + TestSettings.PASSWORD + "\"}");
        var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String[] headers = {"Cookie", cookie, "Content-Type", "application/json", "X-Requested-With", "test"};
        return api.anonymous().send(method, "/api/views/mine", body, headers).statusCode();
    }

    private void track() {
        assertThat(api.put("/api/brands/" + brand, "{\"name\":\"Noted\",\"ownAuthors\":[\"x:u-2\"]}")
                        .statusCode())
                .isLessThan(300);
    }

    private AnalysedMention said(String id, String text) {
        var tracked = setup.brand(brand).orElseThrow();
        return Said.of(tracked, id, T.plusSeconds(60 * Long.parseLong(id)), text, id.equals("1") ? NEGATIVE : POSITIVE);
    }

    private String id(String post) {
        return PostId.mention("x:" + post, brand);
    }

    private JsonNode note(String mentions, String change) {
        var answer = api.post("/api/mentions/notes", "{\"mentions\":" + mentions + "," + change + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Api.json(answer);
    }

    private JsonNode item(String post) {
        return StreamSupport.stream(Api.json(api.get(list)).get("items").spliterator(), false)
                .filter(i -> i.get("id").asString().equals(post))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String path) {
        return StreamSupport.stream(Api.json(api.get(path)).get("items").spliterator(), false)
                .map(i -> i.get("id").asString())
                .toList();
    }
}
