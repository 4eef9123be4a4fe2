package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vigie.model.SentimentLabel.NEGATIVE;
import static vigie.model.SentimentLabel.NEUTRAL;
import static vigie.model.SentimentLabel.POSITIVE;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
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
import vigie.alert.setup.TopicWriter;
import vigie.model.SourceOutages;
import vigie.model.Virality;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;
import vigie.topic.Topics;

@AlertServiceTest
class MentionsTest {

    private static final Instant T = Instant.parse("2026-02-10T10:00:00Z");
    private static final String PERIOD = "&from=2026-02-10T00:00:00Z&to=2026-02-11T00:00:00Z";

    private final Api api;
    private final MentionStore store;
    private final Setup setup;
    private final TopicWriter writer;

    MentionsTest(
            @LocalServerPort int port,
            @Autowired MentionStore store,
            @Autowired Setup setup,
            @Autowired TopicWriter writer) {
        api = Api.at(port);
        this.store = store;
        this.writer = writer;
        this.setup = setup;
    }

    @BeforeEach
    void someMentions() {
        api.put("/api/brands/lists", "{\"name\":\"Lists\",\"competitors\":[\"rival\"]}");
        api.put("/api/brands/rival", "{\"name\":\"Rival\"}");
        var brand = setup.brand("lists").orElseThrow();
        var rival = setup.brand("rival").orElseThrow();
        store.bulk(List.of(
                StoreWrite.mention(Said.of(brand, "1", T, "abc is late", NEGATIVE)),
                StoreWrite.mention(Said.of(brand, "2", T.plusSeconds(60), "=HYPERLINK(\"http://evil\")", NEGATIVE)),
                StoreWrite.mention(Said.of(brand, "3", T.plusSeconds(120), "abc is fine, \"really\"", POSITIVE)),
                StoreWrite.mention(Said.of(rival, "4", T, "abc and rival", NEUTRAL)),
                StoreWrite.mention(Said.of("deleted-long-ago", null, "5", T, "abc of the past", NEGATIVE))));
        store.refresh();
    }

    @Test
    void aListHoldsTheBrandsMentionsNewestFirst() {
        var page = Api.json(api.get("/api/mentions?brand=lists" + PERIOD));
        assertThat(page.get("total").asLong()).isEqualTo(3);
        assertThat(page.get("items").get(0).get("id").asString()).isEqualTo("3");
        assertThat(page.get("items").get(0).get("sentiment").get("label").asString())
                .isEqualTo("positive");
    }

    @Test
    void aMentionTellsHowItsCountersMovedOnceTheyWereSeenTwice() {
        var spreading = new Virality(
                20, 3, 1.1, 9, List.of(new Virality.Look(T, 2), new Virality.Look(T.plusSeconds(600), 7.5)));
        var said = Said.of(setup.brand("lists").orElseThrow(), "1", T, "abc is late", NEGATIVE);
        store.bulk(List.of(StoreWrite.mention(Said.spreading(said, spreading))));
        store.refresh();
        var items = Api.json(api.get("/api/mentions?brand=lists&sort=viral" + PERIOD))
                .get("items");
        assertThat(items.get(0).get("virality").get("history"))
                .hasToString("[{\"at\":\"2026-02-10T10:00:00Z\",\"engagement\":2.0},"
                        + "{\"at\":\"2026-02-10T10:10:00Z\",\"engagement\":7.5}]");
        assertThat(items.get(1).get("virality").has("history")).isFalse();
    }

    @Test
    void withoutABrandTheListHoldsEveryBrandThatExistsAndNoOther() {
        var body = api.get("/api/mentions?size=1000" + PERIOD).body();
        assertThat(body).contains("abc and rival", "abc is late").doesNotContain("abc of the past");
        assertThat(api.get("/api/mentions?brand=deleted-long-ago").statusCode()).isEqualTo(404);
    }

    @Test
    void aQueryNarrowsAsItWouldWhenTracked() {
        var page = Api.json(api.get("/api/mentions?brand=lists&q=abc%20AND%20NOT%20fine" + PERIOD));
        assertThat(page.get("total").asLong()).isEqualTo(1);
        assertThat(page.get("items").get(0).get("id").asString()).isEqualTo("1");
        var wrong = api.get("/api/mentions?q=(abc" + PERIOD);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Api.json(wrong).get("field").asString()).isEqualTo("q");
        assertThat(Api.json(wrong).has("position")).isTrue();
    }

    @Test
    void filtersNarrow() {
        var page = Api.json(api.get("/api/mentions?brand=lists&sentiment=negative&size=1" + PERIOD));
        assertThat(page.get("total").asLong()).isEqualTo(2);
        var next = Api.json(api.get("/api/mentions?brand=lists&sentiment=negative&size=1&cursor="
                + page.get("cursor").asString() + PERIOD));
        assertThat(next.get("items").get(0).get("id").asString()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/mentions?from=yesterday, from",
        "/api/mentions?from=2026-02-11T00:00:00Z&to=2026-02-10T00:00:00Z, to",
        "/api/mentions?sentiment=angry, sentiment",
        "/api/mentions?sort=best, sort",
        "/api/mentions?size=0, size",
        "/api/mentions?minVirality=much, minVirality",
        "/api/mentions?cursor=rubbish, cursor",
        "/api/stats/timeline?interval=2h, interval",
        "/api/stats/breakdown?by=mood, by",
        "/api/stats/timeline?timeZone=Mars, timeZone",
        "/api/alerts?state=new, state",
        "/api/alerts?from=x, from"
    })
    void aParameterThatMakesNoSenseIsNamed(String path, String field) {
        var answer = api.get(path);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo(field);
    }

    @Test
    void aMissingParameterIsNamed() {
        var answer = api.get("/api/stats/breakdown?brand=lists");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.json(answer).get("field").asString()).isEqualTo("by");
    }

    @Test
    void theSummarySaysNullWhereThereIsTooLittleToSay() {
        var summary = Api.json(api.get("/api/stats/summary?brand=lists" + PERIOD));
        assertThat(summary.get("mentions").asLong()).isEqualTo(3);
        assertThat(summary.get("stories").asLong()).isEqualTo(3);
        assertThat(summary.get("sentiment").get("negative").asLong()).isEqualTo(2);
        assertThat(summary.has("netSentiment")).isTrue();
        assertThat(summary.get("netSentiment").isNull()).isTrue();
        assertThat(summary.get("previous").get("mentions").asLong()).isZero();
    }

    @Test
    void timelineBreakdownAndShareOfVoiceCountTheSameMentions() {
        var timeline = Api.json(api.get("/api/stats/timeline?brand=lists&interval=1d" + PERIOD));
        assertThat(timeline.get("buckets").get(0).get("mentions").asLong()).isEqualTo(3);
        var breakdown = Api.json(api.get("/api/stats/breakdown?brand=lists&by=platform" + PERIOD));
        assertThat(breakdown.get("items").get(0).get("mentions").asLong()).isEqualTo(3);
        var voice = Api.json(api.get("/api/stats/share-of-voice?brand=lists" + PERIOD));
        assertThat(voice.get("items").size()).isEqualTo(2);
        assertThat(voice.get("items").get(0).get("share").asDouble()).isEqualTo(75);
        var emerging = api.get("/api/stats/emerging?brand=lists" + PERIOD);
        assertThat(Api.json(emerging).has("items")).isTrue();
        var reach = Api.json(api.get("/api/stats/reach?brand=lists" + PERIOD));
        assertThat(reach.get("mentions").asLong()).isEqualTo(3);
        assertThat(reach.get("platforms").get(0).has("rate")).isTrue();
        var coverage = Api.json(api.get("/api/stats/coverage?brand=lists" + PERIOD));
        assertThat(coverage.get("platforms").get(0).get("mentions").asLong()).isEqualTo(3);
    }

    @Test
    void theOutagesOfAPeriodAreToldWithTheTimeFromWhichTheyAreKnown() {
        var told = new SourceOutages(
                "lists-news",
                T.minusSeconds(7_200),
                T.plusSeconds(900),
                List.of(
                        new SourceOutages.Outage(T.minusSeconds(3_600), T.minusSeconds(1_800), "down", "HTTP 503"),
                        new SourceOutages.Outage(T, T.plusSeconds(600), "down", "HTTP 503")));
        writer.write(Topics.SOURCE_OUTAGES, told.source(), told, "test");
        await().until(() -> setup.outages().contains(told));
        var hour = "&from=" + T + "&to=" + T.plusSeconds(900);
        var one = Api.json(api.get("/api/stats/coverage?brand=lists" + hour))
                .get("outages")
                .get(0);
        assertThat(one.get("source").asString()).isEqualTo("lists-news");
        assertThat(one.get("since").asString()).isEqualTo("2026-02-10T08:00:00Z");
        assertThat(one.get("outages").toString())
                .isEqualTo("[{\"from\":\"2026-02-10T10:00:00Z\",\"to\":\"2026-02-10T10:10:00Z\","
                        + "\"state\":\"down\",\"error\":\"HTTP 503\"}]");
        // nothing more was told of it since: whoever asks it does not run
        var today = Api.json(api.get("/api/stats/coverage?brand=lists&from=" + T));
        var last = today.get("outages").get(0).get("outages").get(1);
        assertThat(last.get("from").asString()).isEqualTo("2026-02-10T10:15:00Z");
        assertThat(last.get("state").asString()).isEqualTo("unasked");
        writer.write(Topics.SOURCE_OUTAGES, told.source(), null, "test");
    }

    @Test
    void theStoriesOfAPeriodSayWhoToldThemFirstAndWhatTheySay() {
        var stories = Api.json(api.get("/api/stats/stories?brand=lists&sort=velocity&size=2" + PERIOD))
                .get("items");
        assertThat(stories.size()).isEqualTo(2);
        var story = stories.get(0);
        assertThat(story.get("mentions").asLong()).isEqualTo(1);
        assertThat(story.get("virality").has("score")).isTrue();
        var mention = story.get("first").get("mentionId").asString();
        assertThat(story.get("exemplar").get("mentionId").asString()).isEqualTo(mention);
        var shown = Api.json(
                api.get("/api/mentions?brand=lists&story=" + story.get("story").asString() + PERIOD));
        assertThat(shown.get("items").get(0).get("mentionId").asString()).isEqualTo(mention);
        assertThat(shown.get("items").get(0).get("text"))
                .isEqualTo(story.get("exemplar").get("text"));
        assertThat(api.get("/api/stats/stories?brand=lists&sort=size" + PERIOD).statusCode())
                .isEqualTo(422);
    }

    @Test
    void hashtagsAndAuthorsAreListedAndAnImpossibleOrderIsNamed() {
        assertThat(Api.json(api.get("/api/stats/hashtags?brand=lists&sort=rising" + PERIOD))
                        .has("items"))
                .isTrue();
        var authors = Api.json(api.get("/api/stats/authors?brand=lists&sort=influence" + PERIOD));
        assertThat(authors.get("items").get(0).get("influence").has("score")).isTrue();
        for (var wrong : List.of("hashtags?sort=best", "authors?sort=fame", "authors?role=friend")) {
            var refused = api.get("/api/stats/" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(wrong).contains(Api.json(refused).get("field").asString());
        }
    }

    @Test
    void noCellOfTheFileIsAFormula() throws IOException {
        var answer = api.get("/api/mentions.csv?brand=lists" + PERIOD);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("mentions.csv");
        try (var csv = CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(answer.body()))) {
            var rows = csv.getRecords();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).get("text")).isEqualTo("abc is fine, \"really\"");
            assertThat(rows.get(1).get("text")).isEqualTo("'=HYPERLINK(\"http://evil\")");
            assertThat(rows.get(1).get("score")).isEqualTo("-0.8");
        }
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "+1", "-1", "@cmd", "'\t=1'", "'  =1'", "'\r=1'"})
    void whateverASpreadsheetWouldRunIsQuoted(String text) {
        assertThat(MentionRows.harmless(text)).startsWith("'").endsWith(text);
    }

    @Test
    void aDeletedBrandsMentionsLeaveTheIndex() {
        api.put("/api/brands/short-lived", "{\"name\":\"Short\"}");
        var mention = Said.of(setup.brand("short-lived").orElseThrow(), "9", T, "abc for a while", NEUTRAL);
        store.bulk(List.of(StoreWrite.mention(mention)));
        store.refresh();
        api.delete("/api/brands/short-lived");
        await().until(() -> store.mention(mention.mentionId()).isEmpty());
    }

    @Test
    void aCorrectionNobodyAppliesInTimeIsPending() {
        var id = Said.of(setup.brand("lists").orElseThrow(), "1", T, "", NEGATIVE)
                .mentionId();
        var answer = api.put("/api/mentions/" + id + "/sentiment", "{\"label\":\"neutral\",\"reason\":\"irony\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Api.json(api.put("/api/mentions/" + id + "/sentiment", "{\"label\":\"neutral\"}"))
                        .get("field")
                        .asString())
                .isEqualTo("reason");
        assertThat(api.put("/api/mentions/none/sentiment", "{\"label\":\"neutral\",\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }
}
