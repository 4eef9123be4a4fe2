package vigie.alert.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Raised;
import vigie.alert.setup.TopicWriter;
import vigie.door.Role;
import vigie.json.Json;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AlertMatch;
import vigie.model.Notification;
import vigie.model.Route;
import vigie.topic.Topics;

/** Who is told, when, and why not: from an alert on its topic to requests that arrive. */
@AlertServiceTest
class RoutingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration NONE = Duration.ZERO;

    private final Api api;
    private final TopicWriter writer;
    private final Ledger ledger;
    private final List<String> made = new ArrayList<>();
    private Hooks hooks;

    RoutingTest(@LocalServerPort int port, @Autowired TopicWriter writer, @Autowired Ledger ledger) {
        api = Api.at(port);
        this.writer = writer;
        this.ledger = ledger;
    }

    @BeforeEach
    void start() throws IOException {
        hooks = new Hooks();
        // the service may have just started
        await().atMost(PATIENCE)
                .until(() -> api.put("/api/brands/routed", "{\"name\":\"Routed\",\"timeZone\":\"Europe/Paris\"}")
                                .statusCode()
                        < 300);
    }

    @AfterEach
    void clean() {
        api.delete("/api/routes");
        made.forEach(id -> api.delete("/api/receivers/" + id));
        api.delete("/api/silences/still");
        hooks.close();
    }

    @Test
    void theTreeSaysWhoIsToldAndEverybodyElseCanLearnWhyNot() {
        receiver("r-anna", "");
        receiver("r-press", "");
        receiver("r-grave", ",\"minSeverity\":4");
        put("r-team", "{\"name\":\"Team\",\"channel\":\"team\",\"members\":[\"r-anna\",\"r-grave\"]}");
        tree("""
            {"receivers": ["r-press"], "groupInterval": "PT0S", "children": [
              {"match": {"brands": ["routed"], "minSeverity": 3}, "receivers": ["r-team"]}]}\
            """);
        var alert = raise("routed-tree");
        outcome(alert, "r-anna", "sent");
        assertThat(hooks.at("r-anna")).hasSize(1);
        var items = Api.json(api.get("/api/alerts/routed-tree/notifications")).get("items");
        var others = new ArrayList<String>();
        items.forEach(item -> {
            if (item.get("receiver").asString().equals("*")) {
                others.add(item.get("others").toString());
            }
        });
        assertThat(others)
                .singleElement()
                .asString()
                .contains("\"r-press\":\"no branch of the routing tree leads to it\"")
                .contains("\"r-grave\":\"severity 3 is below its 4\"");
    }

    @Test
    void aBranchOfAPlatformTakesWhatThatPlatformCarries() {
        receiver("r-forum", "");
        receiver("r-rest", "");
        tree("""
            {"receivers": ["r-rest"], "groupInterval": "PT0S",
             "children": [{"match": {"platforms": ["forum"]}, "receivers": ["r-forum"]}]}\
            """);
        var carried = Raised.carried(
                "routed-forum",
                "routed",
                Instant.now(),
                "level",
                List.of(new Alert.Contributor("platform", "forum", 30, 2, 0.7)));
        writer.write(Topics.ALERTS, "routed", carried, "test");
        outcome(carried, "r-forum", "sent");
        var little = Raised.carried(
                "routed-little",
                "routed",
                Instant.now(),
                "level",
                List.of(new Alert.Contributor("platform", "forum", 3, 2, 0.05)));
        writer.write(Topics.ALERTS, "routed", little, "test");
        outcome(little, "r-rest", "sent");
        assertThat(hooks.at("r-forum")).hasSize(1);
    }

    @Test
    void whileNobodyAcknowledgesTheNextIsToldAndNobodyOnceSomebodyDid() {
        receiver("r-first", "");
        receiver("r-boss", "");
        writer.write(
                Topics.ROUTES,
                Route.ROOT,
                branch(null, List.of("r-first"), NONE, null, new Route.Step(Duration.ofSeconds(1), List.of("r-boss"))),
                "test");
        awaitTree();
        var unheard = raise("routed-unheard");
        outcome(unheard, "r-boss", "sent");
        assertThat(hooks.at("r-boss")).hasSize(1);

        writer.write(
                Topics.ROUTES,
                Route.ROOT,
                branch(null, List.of("r-first"), NONE, null, new Route.Step(Duration.ofMinutes(5), List.of("r-boss"))),
                "test");
        awaitTree(route -> route.escalation().get(0).after().equals(Duration.ofMinutes(5)));
        var heard = raise("routed-heard");
        outcome(heard, "r-boss", "pending");
        acknowledge(heard);
        outcome(heard, "r-boss", "not-needed");
        assertThat(row(heard, "r-boss").reason()).isEqualTo("anna takes care of it");
        assertThat(hooks.at("r-boss")).hasSize(1);
    }

    @Test
    void whatGoesOnIsSaidAgainAfterEverLongerPausesUntilSomebodyTakesCare() {
        receiver("r-again", "");
        writer.write(Topics.ROUTES, Route.ROOT, branch(null, List.of("r-again"), NONE, Duration.ofSeconds(1)), "test");
        awaitTree();
        var alert = raise("routed-again");
        await().atMost(PATIENCE).until(() -> hooks.at("r-again").size() >= 3);
        assertThat(hooks.at("r-again").get(1).get("event").asString()).isEqualTo("STILL");
        var rounds = ledger.of(alert.id()).stream()
                .filter(row -> "repeat".equals(row.cause()))
                .sorted(Comparator.comparing(Notification::round))
                .toList();
        assertThat(rounds.get(0).round()).isEqualTo(1);
        assertThat(rounds.get(1).round()).isEqualTo(2);
        assertThat(Duration.between(rounds.get(0).at(), rounds.get(1).since()))
                .as("the second pause")
                .isGreaterThan(Duration.ofMillis(1_900));
        acknowledge(alert);
        await().atMost(PATIENCE)
                .until(() -> ledger.of(alert.id()).stream()
                        .noneMatch(row -> row.outcome().equals("pending")));
        assertThat(ledger.of(alert.id())).extracting(Notification::outcome).contains("not-needed");
    }

    @Test
    void theFirstNewsComesAtOnceAndWhatFollowsSoonAfterInOneMessage() {
        receiver("r-group", "");
        tree("{\"receivers\": [\"r-group\"], \"groupInterval\": \"PT3S\"}");
        var first = raise("routed-group-1");
        outcome(first, "r-group", "sent");
        var second = raise("routed-group-2");
        var third = raise("routed-group-3");
        outcome(second, "r-group", "sent");
        outcome(third, "r-group", "sent");
        assertThat(hooks.at("r-group")).hasSize(2);
        assertThat(hooks.at("r-group").get(1).get("others").size()).isEqualTo(1);
        assertThat(List.of(row(second, "r-group"), row(third, "r-group")))
                .extracting(Notification::delivery)
                .as("one was told in the message of the other")
                .containsOnlyOnce((String) null);
    }

    @Test
    void allWaysOfAReceiverAreUsedAndAFailingOneHoldsNoOther() {
        var second = hooks.receiver("r-second", "").replaceFirst("\"name\": \"r-second\", ", "");
        receiver("r-ways", ",\"also\":[" + second + "]");
        tree("{\"receivers\": [\"r-ways\"], \"groupInterval\": \"PT0S\"}");
        hooks.answer("r-ways", 404);
        var alert = raise("routed-ways");
        await().atMost(PATIENCE).until(() -> hooks.at("r-second").size() == 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger.of(alert.id()))
                        .filteredOn(row -> row.receiver().equals("r-ways"))
                        .extracting(Notification::way, Notification::outcome)
                        .containsExactlyInAnyOrder(tuple(0, "rejected"), tuple(1, "sent")));
    }

    @Test
    void whatWasRejectedIsShownAndCanBeSentAgain() {
        receiver("r-broken", "");
        tree("{\"receivers\": [\"r-broken\"], \"groupInterval\": \"PT0S\"}");
        hooks.answer("r-broken", 410);
        var alert = raise("routed-broken");
        outcome(alert, "r-broken", "rejected");
        var shown = Api.json(api.get("/api/notifications?outcome=rejected&receiver=r-broken"))
                .get("items");
        assertThat(shown.size()).isEqualTo(1);
        assertThat(shown.get(0).get("reason").asString()).isEqualTo("answered 410");
        assertThat(shown.get(0).get("alert")).isNull();
        hooks.answer("r-broken", 200);
        var id = shown.get(0).get("id").asString();
        assertThat(api.as(Role.VIEWER)
                        .post("/api/notifications/" + id + "/resend", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post("/api/notifications/" + id + "/resend", "").statusCode())
                .isEqualTo(202);
        outcome(alert, "r-broken", "sent");
        assertThat(hooks.at("r-broken")).hasSize(2);
        assertThat(hooks.at("r-broken").get(1).get("delivery").asString()).isEqualTo(id);
        assertThat(api.post("/api/notifications/" + id + "/resend", "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theTestButtonSaysWhatBecameOfIt() {
        receiver("r-tested", "");
        var tried = Api.json(api.post("/api/receivers/r-tested/test", "")).get("items");
        assertThat(tried.get(0).get("outcome").asString()).isEqualTo("sent");
        assertThat(tried.get(0).get("receipt").asString()).isEqualTo("200");
        assertThat(hooks.at("r-tested").get(0).get("test").asBoolean()).isTrue();
        hooks.answer("r-tested", 403);
        var refused = Api.json(api.post("/api/receivers/r-tested/test", "")).get("items");
        assertThat(refused.get(0).get("reason").asString()).isEqualTo("answered 403");
        assertThat(api.as(Role.RESPONDER)
                        .post("/api/receivers/r-tested/test", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSilenceIsTriedBeforeItIsSetAndMutesWhatItMatches() {
        receiver("r-silenced", "");
        tree("{\"receivers\": [\"r-silenced\"], \"groupInterval\": \"PT0S\"}");
        var today = LocalDate.now(ZoneOffset.UTC).getDayOfWeek();
        var form = """
            {"brand": "routed", "until": "%s", "reason": "maintenance", "match": {"maxSeverity": 3},
             "weekly": {"days": ["%s"], "from": "00:00", "until": "23:59", "timeZone": "UTC"}}\
            """.formatted(Instant.now().plusSeconds(3_600), today);
        assertThat(api.post("/api/silences/preview", form).statusCode()).isEqualTo(200);
        assertThat(api.get("/api/silences/still").statusCode())
                .as("a preview sets nothing")
                .isEqualTo(404);
        assertThat(Api.json(api.put("/api/silences/still", form.replace("\"" + today, "\"FUNDAY")))
                        .get("field")
                        .asString())
                .isEqualTo("weekly.days[0]");
        assertThat(api.put("/api/silences/still", form).statusCode()).isEqualTo(201);
        var muted = raise("routed-muted");
        outcome(muted, "r-silenced", "silenced");
        assertThat(api.put("/api/silences/still", form.replace("\"maxSeverity\": 3", "\"maxSeverity\": 2"))
                        .statusCode())
                .isEqualTo(200);
        var told = raise("routed-told");
        outcome(told, "r-silenced", "sent");
        assertThat(hooks.at("r-silenced")).hasSize(1);
    }

    @Test
    void aTreeThatCannotWorkIsRefusedByName() {
        receiver("r-known", "");
        assertField("{\"receivers\": [\"nobody\"]}", "receivers[0]");
        assertField("{\"match\": {\"minSeverity\": 1}}", "match");
        assertField("{\"children\": [{\"repeat\": \"PT1S\"}]}", "children[0].repeat");
        assertField("{\"children\": [{\"match\": {\"minSeverity\": 7}}]}", "children[0].match.minSeverity");
        assertField(
                "{\"escalation\": [{\"after\": \"PT5M\", \"receivers\": [\"nobody\"]}]}", "escalation[0].receivers[0]");
        put("r-team2", "{\"name\":\"T\",\"channel\":\"team\",\"members\":[\"r-known\"]}");
        assertThat(Api.json(api.put("/api/receivers/r-team2", "{\"name\":\"T\",\"channel\":\"team\"}"))
                        .get("field")
                        .asString())
                .isEqualTo("members");
    }

    private void assertField(String tree, String field) {
        var answer = api.put("/api/routes", tree);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo(field);
    }

    private static Route branch(
            AlertMatch match, List<String> receivers, Duration group, Duration repeat, Route.Step... steps) {
        return new Route(match, receivers, null, group, repeat, List.of(steps), List.of());
    }

    private void receiver(String id, String more) {
        put(id, hooks.receiver(id, more));
    }

    private void put(String id, String body) {
        made.add(0, id);
        var answer = api.put("/api/receivers/" + id, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    private void tree(String tree) {
        var answer = api.put("/api/routes", tree);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void awaitTree() {
        awaitTree(route -> true);
    }

    private void awaitTree(Predicate<Route> wanted) {
        await().atMost(PATIENCE).until(() -> {
            var answer = api.get("/api/routes");
            return answer.statusCode() == 200 && wanted.test(Json.mapper().readValue(answer.body(), Route.class));
        });
    }

    private Alert raise(String id) {
        var alert = Raised.open(id, "routed", Instant.now());
        writer.write(Topics.ALERTS, "routed", alert, "test");
        return alert;
    }

    private void acknowledge(Alert alert) {
        var ack = new AlertAction("ack-" + alert.id(), alert.id(), "routed", "ack", "anna", Instant.now(), null, null);
        writer.write(Topics.ALERTS, "routed", Raised.after(alert, ack), "test");
    }

    private Notification row(Alert alert, String receiver) {
        return ledger.of(alert.id()).stream()
                .filter(row -> row.receiver().equals(receiver))
                .findFirst()
                .orElseThrow();
    }

    private void outcome(Alert alert, String receiver, String outcome) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger.of(alert.id()))
                        .filteredOn(row -> row.receiver().equals(receiver))
                        .extracting(Notification::outcome)
                        .containsExactly(outcome));
    }
}
