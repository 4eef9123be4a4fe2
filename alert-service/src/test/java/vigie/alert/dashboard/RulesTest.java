package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vigie.alert.AlertServiceTest;
import vigie.alert.Api;
import vigie.alert.Said;
import vigie.alert.setup.Setup;
import vigie.model.SentimentLabel;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;

@AlertServiceTest
class RulesTest {

    private static final String[] YAML = {"Content-Type", "application/yaml"};

    private final Api api;
    private final Setup setup;
    private final MentionStore store;

    RulesTest(@LocalServerPort int port, @Autowired Setup setup, @Autowired MentionStore store) {
        api = Api.at(port);
        this.setup = setup;
        this.store = store;
    }

    @BeforeEach
    void aBrand() {
        api.put("/api/brands/ruled", "{\"name\":\"Ruled\"}");
    }

    @Test
    void aRuleIsReadAsItWasWritten() {
        var answer = api.put("/api/rules/ruled.delays", """
            {"brand": "ruled", "name": "delays", "kind": "threshold", "metric": "negative", "window": "3h", "threshold": 20,
             "scope": {"query": "delay OR retard", "platforms": ["mastodon"], "languages": ["fr"]},
             "quietHours": {"from": "22:00", "until": "07:00", "timeZone": "Europe/Paris"}}\
            """);
        assertThat(answer.statusCode()).isEqualTo(201);
        var rule = Api.json(api.get("/api/rules/ruled.delays"));
        assertThat(rule.get("scope").get("query").asString()).isEqualTo("delay OR retard");
        assertThat(rule.get("window").asString()).isEqualTo("3h");
        assertThat(rule.get("threshold").asDouble()).isEqualTo(20);
        assertThat(rule.get("quietHours").get("from").asString()).isEqualTo("22:00");
        assertThat(rule.has("words")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind | {\"brand\":\"ruled\",\"name\":\"n\",\"metric\":\"mentions\",\"kind\":\"magic\"}",
                "threshold | {\"brand\":\"ruled\",\"name\":\"n\",\"metric\":\"mentions\",\"threshold\":4}",
                "window | {\"brand\":\"ruled\",\"name\":\"n\",\"kind\":\"ratio\",\"window\":\"2h\"}",
                "window | {\"brand\":\"ruled\",\"name\":\"n\",\"kind\":\"new-term\",\"window\":\"24h\"}",
                "threshold | {\"brand\":\"ruled\",\"name\":\"n\",\"kind\":\"new-term\",\"threshold\":1}",
                "budgetDays | {\"brand\":\"ruled\",\"name\":\"n\",\"kind\":\"new-term\",\"budgetDays\":90}",
                "lexicon | {\"brand\":\"ruled\",\"name\":\"n\",\"kind\":\"keyword\",\"lexicon\":\"magic\"}",
                "scope.query |"
                        + " {\"brand\":\"ruled\",\"name\":\"n\",\"metric\":\"mentions\",\"scope\":{\"query\":\"(a\"}}",
                "scope.platforms |"
                        + " {\"brand\":\"ruled\",\"name\":\"n\",\"metric\":\"mentions\",\"scope\":{\"platforms\":[\"A"
                        + " B\"]}}",
                "quietHours.until |"
                        + " {\"brand\":\"ruled\",\"name\":\"n\",\"metric\":\"mentions\",\"quietHours\":{\"from\":\"22:00\",\"until\":\"25:00\"}}",
            })
    void aRuleThatCannotBeIsRefusedByItsField(String field, String json) {
        var answer = api.put("/api/rules/ruled.wrong", json);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo(field);
    }

    @Test
    void rulesGoOutAndInAsAFileAndADryRunChangesNothing() {
        api.put("/api/rules/ruled.tag", "{\"brand\":\"ruled\",\"name\":\"tag\",\"metric\":\"hashtag:ruled\"}");
        var file = api.get("/api/rules.yaml?brand=ruled").body();
        assertThat(file).startsWith("rules:").contains("ruled.tag:").contains("metric: \"hashtag:ruled\"");

        var same = Api.json(api.send("PUT", "/api/rules.yaml", file, YAML));
        assertThat(same.get("changed").size() + same.get("created").size()).isZero();

        var edited = file.replace("metric: \"hashtag:ruled\"", "metric: \"hashtag:other\"")
                + "  ruled.more:\n    brand: ruled\n    name: more\n    kind: new-term\n    threshold: 6\n";
        var dry = Api.json(api.send("PUT", "/api/rules.yaml?dryRun=true", edited, YAML));
        assertThat(dry.get("changed").toString()).isEqualTo("[\"ruled.tag\"]");
        assertThat(dry.get("created").toString()).isEqualTo("[\"ruled.more\"]");
        assertThat(api.get("/api/rules/ruled.more").statusCode()).isEqualTo(404);

        assertThat(api.send("PUT", "/api/rules.yaml", edited, YAML).statusCode())
                .isEqualTo(200);
        assertThat(Api.json(api.get("/api/rules/ruled.tag")).get("metric").asString())
                .isEqualTo("hashtag:other");
        assertThat(api.get("/api/rules/ruled.more").statusCode()).isEqualTo(200);

        var pruned = Api.json(api.send("PUT", "/api/rules.yaml?prune=true", file, YAML));
        assertThat(pruned.get("deleted").toString()).isEqualTo("[\"ruled.more\"]");
        assertThat(api.get("/api/rules/ruled.more").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongFileIsRefusedByItsPlaceAndNothingOfItIsKept() {
        var misspelt = "rules:\n  ruled.a:\n    brand: ruled\n    name: a\n    metric: mentions\n    budget: 7\n";
        var answer = api.send("PUT", "/api/rules.yaml", misspelt, YAML);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo("rules.ruled.a.budget");

        var half = """
            rules:
              ruled.good: {brand: ruled, name: good, metric: mentions}
              ruled.bad: {brand: ruled, name: bad, metric: mentions, severity: 9}
            """;
        var refused = api.send("PUT", "/api/rules.yaml", half, YAML);
        assertThat(Api.json(refused).get("field").asString()).isEqualTo("rules.ruled.bad.severity");
        assertThat(api.get("/api/rules/ruled.good").statusCode()).isEqualTo(404);
        assertThat(api.send("PUT", "/api/rules.yaml", "rules: [", YAML).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aBacktestFindsTheCrisisInStoredHistoryAndTellsNobody() {
        var brand = setup.brand("ruled").orElseThrow();
        var now = Instant.now();
        var crisis = now.minus(Duration.ofDays(2));
        var writes = new ArrayList<StoreWrite>();
        for (int hour = 1; hour < 20 * 24; hour++) {
            writes.add(StoreWrite.mention(
                    Said.of(brand, "h" + hour, now.minus(Duration.ofHours(hour)), "a ride", SentimentLabel.NEUTRAL)));
        }
        for (int i = 0; i < 60; i++) {
            writes.add(StoreWrite.mention(
                    Said.of(brand, "c" + i, crisis.plusSeconds(20L * i), "what a delay", SentimentLabel.NEGATIVE)));
        }
        store.bulk(writes);
        store.refresh();

        var answer = api.post("/api/rules/backtest", """
            {"rule": {"brand": "ruled", "metric": "mentions", "budgetDays": 7}, "days": 10}\
            """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var spike = Api.json(answer);
        assertThat(spike.get("alerts").size()).isEqualTo(1);
        var alert = spike.get("alerts").get(0);
        assertThat(Instant.parse(alert.get("openedAt").asString()))
                .isBetween(crisis.minusSeconds(600), crisis.plusSeconds(1_200));
        assertThat(alert.get("observed").asLong()).isGreaterThan(20);
        assertThat(alert.get("silentBelow").asLong()).isPositive();
        assertThat(alert.get("summary").get("fr").asString()).contains("attendu");
        assertThat(spike.get("falseAlarms").get("expected").asDouble()).isLessThanOrEqualTo(10 / 7.0);
        assertThat(Instant.parse(alert.get("tellings").get(0).asString()))
                .isAfter(Instant.parse(alert.get("openedAt").asString()));
        assertThat(spike.get("perWeekRange").get("low").asDouble())
                .isLessThan(spike.get("perWeek").asDouble());
        var sample = spike.get("sample");
        assertThat(sample.get("counted").asLong()).isBetween(239L + 60, 240L + 60);
        assertThat(sample.get("daysHeard").asDouble()).isEqualTo(10);
        assertThat(sample.get("daysLearnt").asDouble())
                .as("ten days of history, no more")
                .isBetween(9.9, 10.1);
        assertThat(sample.get("gaps").size()).isZero();
        assertThat(spike.get("line").size()).as("a point an hour").isBetween(240, 242);
        assertThat(spike.get("line").get(10).get("expected").asDouble()).isPositive();

        var before = Api.json(api.post(
                "/api/rules/backtest", """
            {"rule": {"brand": "ruled", "metric": "mentions"}, "from": "%s", "to": "%s"}\
            """.formatted(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(4)))));
        assertThat(before.get("alerts").size()).as("the crisis came later").isZero();
        assertThat(before.get("sample").get("counted").asLong()).isEqualTo(5 * 24);
        var tooLong = api.post("/api/rules/backtest", """
            {"rule": {"brand": "ruled", "metric": "mentions"}, "from": "2020-01-01T00:00:00Z"}\
            """);
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(Api.json(tooLong).get("field").asString()).isEqualTo("from");

        var scoped = Api.json(api.post("/api/rules/backtest", """
            {"rule": {"brand": "ruled", "kind": "threshold", "threshold": 2, "window": "15m", "scope": {"query": "ride"}},
             "days": 10}\
            """));
        assertThat(scoped.get("alerts").size()).as("one ride an hour").isZero();
        assertThat(scoped.get("line").get(0).get("limit").asLong()).isEqualTo(2);
        assertThat(scoped.get("line").get(0).has("expected")).isFalse();
        var keyword = Api.json(api.post("/api/rules/backtest", """
            {"rule": {"brand": "ruled", "kind": "keyword", "threshold": 5, "words": ["delay"]}, "days": 10}\
            """));
        assertThat(keyword.get("alerts").size()).isEqualTo(1);
        assertThat(keyword.get("falseAlarms").get("expected").asDouble()).isZero();
        assertThat(api.get("/api/rules/backtest").statusCode()).isEqualTo(404);
    }
}
