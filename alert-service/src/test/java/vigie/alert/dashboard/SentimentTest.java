package vigie.alert.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import vigie.model.AnalysedMention;
import vigie.model.BrandSentiment;
import vigie.model.BrandSentiment.Applied;
import vigie.model.BrandSentiment.Learnt;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;
import vigie.store.MentionStore;
import vigie.store.StoreWrite;
import vigie.topic.Topics;

@AlertServiceTest
class SentimentTest {

    private static final SentimentShares SHARES = new SentimentShares(0.6, 0.3, 0.1);

    private final Api api;
    private final Setup setup;
    private final TopicWriter writer;
    private final MentionStore store;

    SentimentTest(
            @LocalServerPort int port,
            @Autowired Setup setup,
            @Autowired TopicWriter writer,
            @Autowired MentionStore store) {
        api = Api.at(port);
        this.setup = setup;
        this.writer = writer;
        this.store = store;
    }

    @BeforeEach
    void brands() {
        api.put("/api/brands/moody", "{\"name\":\"Moody\"}");
        api.put("/api/brands/silent", "{\"name\":\"Silent\"}");
    }

    @Test
    void whatWasLearntIsShownAndNothingIsSaidOfABrandThatWasNot() {
        tell(4, null);
        var shown = Api.json(api.get("/api/brands/moody/sentiment"));
        assertThat(shown.at("/applied/shares/negative").asDouble()).isEqualTo(0.6);
        assertThat(shown.at("/learnt/mentions").asDouble()).isEqualTo(812);
        assertThat(shown.at("/earlier/0/version").asLong()).isEqualTo(2);
        assertThat(api.get("/api/brands/silent/sentiment").statusCode()).isEqualTo(404);
        assertThat(api.get("/api/brands/nobody/sentiment").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasLearntOfAnEarlierBrandOfTheSameIdIsNotShown() {
        var told = told(9, Instant.EPOCH, null);
        writer.write(Topics.BRAND_SENTIMENTS, "silent", told, "test");
        tell(10, null);
        assertThat(api.get("/api/brands/silent/sentiment").statusCode()).isEqualTo(404);
    }

    @Test
    void aDecisionIsAnsweredOnceItIsApplied() {
        tell(20, null);
        var brand = setup.brand("moody").orElseThrow();
        var setting = new SentimentSetting("moody", brand.since(), true, 0.25, null, true, 2L);
        writer.write(Topics.BRAND_SENTIMENTS, "moody", told(21, brand.since(), setting), "test");
        var answer = api.put("/api/brands/moody/sentiment", "{\"strength\":0.25,\"version\":2}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Api.json(answer).at("/setting/version").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"strength\":1.5}|strength",
                "{\"shares\":{\"negative\":0.5,\"neutral\":0.5,\"positive\":0.5}}|shares",
                "{\"shares\":{\"negative\":-1,\"neutral\":1,\"positive\":1}}|shares.negative",
                "{\"version\":77}|version"
            })
    void aWrongDecisionNamesItsField(String form, String field) {
        var answer = api.put("/api/brands/moody/sentiment", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer).path("field").asString()).isEqualTo(field);
    }

    @Test
    void correctionsComeOutAsLinesToTrainWith() {
        var brand = setup.brand("moody").orElseThrow();
        var at = Instant.parse("2026-02-10T10:00:00Z");
        var byModel = Said.of(brand, "m1", at, "abc is late", SentimentLabel.NEGATIVE);
        var byPerson = Said.of(brand, "m2", at, "abc is\tlate\nof course", SentimentLabel.POSITIVE);
        store.bulk(List.of(StoreWrite.mention(byModel), StoreWrite.mention(corrected(byPerson))));
        store.refresh();
        var answer = api.get("/api/brands/moody/corrections.tsv");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/tab-separated-values");
        assertThat(answer.body()).isEqualTo("positive\tabc is late of course\n");
    }

    private void tell(long version, SentimentSetting setting) {
        var brand = setup.brand("moody").orElseThrow();
        writer.write(Topics.BRAND_SENTIMENTS, "moody", told(version, brand.since(), setting), "test");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> setup.sentiment(brand)
                        .filter(told -> told.version() == version)
                        .isPresent());
    }

    private static BrandSentiment told(long version, Instant since, SentimentSetting setting) {
        var at = Instant.parse("2026-03-01T08:00:00Z");
        var learnt = new Learnt(version, at, SHARES, 812, List.of(), null);
        var earlier = new Learnt(2, at, SHARES, 60, List.of(), null);
        var applied = new Applied(SHARES, 0.5, List.of());
        return new BrandSentiment("moody", since, version, at, applied, learnt, setting, List.of(earlier));
    }

    private static AnalysedMention corrected(AnalysedMention m) {
        var byPerson = new Sentiment(m.sentiment().label(), 1, 1, List.of(), Sentiment.PERSON);
        return new AnalysedMention(
                m.mentionId(),
                m.brand(),
                m.brandSince(),
                m.postId(),
                m.change(),
                m.revision(),
                m.version(),
                m.before(),
                m.post(),
                m.eventTime(),
                m.queries(),
                m.lang(),
                byPerson,
                m.virality(),
                m.reach(),
                m.story(),
                m.arrivedAt(),
                m.analysedAt(),
                m.wholeText());
    }
}
