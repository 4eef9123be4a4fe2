package vigie.analysis.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.reach.ReachFormula;
import vigie.analysis.sentiment.BrandTuning;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.story.Shelves;
import vigie.analysis.virality.ViralitySettings;
import vigie.model.AnalysedMention;
import vigie.model.Author;
import vigie.model.BrandMatch;
import vigie.model.BrandSentiment;
import vigie.model.Correction;
import vigie.model.Engagement;
import vigie.model.EngagementCounts;
import vigie.model.HashtagHit;
import vigie.model.HashtagTrend;
import vigie.model.MatchedSpan;
import vigie.model.Mention;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.QueryMatch;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** The topology on a test driver, with words to drive it in; the sentiment is negative where the text says "late". */
final class Bench implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Retention RETENTION = new Retention(Duration.ofDays(30), Duration.ofDays(7));

    static final Shelves.Limits STORIES = new Shelves.Limits(1_000, 2_000, Duration.ofDays(14));

    static final LanguageDetector LANGUAGES = (text, declared) -> declared == null ? "und" : declared;
    static final SentimentModel SENTIMENTS = new SentimentModel() {
        @Override
        public Sentiment score(String text, String lang, boolean evidence) {
            if (text.contains("unbearable")) {
                throw new IllegalStateException("cannot bear: " + text);
            }
            var negative = text.contains("late");
            return new Sentiment(
                    negative ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL,
                    negative ? -0.8 : 0,
                    0.9,
                    List.of(),
                    name());
        }

        @Override
        public String name() {
            return "late-is-bad";
        }
    };

    static final TuningSettings TUNING = new TuningSettings(true, 0.5, Duration.ofDays(30), Duration.ofSeconds(5), 100);

    /** What is known of brands; {@link #learn} brings it here as the table does. */
    final Map<String, BrandTuning> tunings = new java.util.HashMap<>();

    private final TopologyTestDriver driver;
    private final Map<Topic<?>, TestInputTopic<String, byte[]>> inputs = new java.util.HashMap<>();
    private final TestOutputTopic<String, AnalysedMention> analysed;
    private final TestOutputTopic<String, HashtagTrend> trends;
    private Instant clock = NOON;

    Bench() {
        this(new KnownStories());
    }

    Bench(KnownStories known) {
        var config = new Properties();
        config.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "bench-" + UUID.randomUUID(),
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "nowhere:1",
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                Undone.class));
        var judge = new Judge(LANGUAGES, SENTIMENTS, ReachFormula.DEFAULT);
        driver = new TopologyTestDriver(
                AnalysisTopology.of(judge, ViralitySettings.DEFAULT, RETENTION, STORIES, TUNING, () -> tunings, known),
                config,
                NOON);
        for (var topic : List.of(
                Topics.MENTIONS,
                Topics.ENGAGEMENTS,
                Topics.CORRECTIONS,
                Topics.STORY_SIGHTINGS,
                Topics.STORY_ANSWERS,
                Topics.SENTIMENT_SETTINGS,
                Topics.HASHTAG_HITS)) {
            inputs.put(topic, driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer()));
        }
        analysed = driver.createOutputTopic(
                Topics.ANALYSED_MENTIONS.name(),
                new StringDeserializer(),
                Topics.ANALYSED_MENTIONS.valueSerde().deserializer());
        trends = driver.createOutputTopic(
                Topics.HASHTAG_TRENDS.name(),
                new StringDeserializer(),
                Topics.HASHTAG_TRENDS.valueSerde().deserializer());
    }

    Instant now() {
        return clock;
    }

    Bench later(Duration time) {
        clock = clock.plus(time);
        driver.advanceWallClockTime(time);
        return this;
    }

    /** A post of platform {@code x} published at noon. */
    static Post post(String id, String text) {
        return new Post(
                id,
                "x",
                "https://example.org/" + id,
                NOON,
                null,
                null,
                text,
                "en",
                new Author("ana", "ana", "Ana", 1000L, null),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    static BrandMatch match(String brand) {
        return match(brand, null);
    }

    static BrandMatch match(String brand, Instant since) {
        return new BrandMatch(
                brand, since, List.of(new QueryMatch("name", List.of(new MatchedSpan("text", 0, 4, brand)))));
    }

    static BrandMatch matchAt(String brand, int start, int end) {
        var spans = List.of(new MatchedSpan("text", start, end, brand));
        return new BrandMatch(brand, null, List.of(new QueryMatch("name", spans)));
    }

    Bench mention(Post post, BrandMatch... brands) {
        return send(Topics.MENTIONS, post.postId(), new Mention(post.postId(), post, List.of(brands), clock, clock));
    }

    Bench mentionCausedAt(Instant causedAt, Post post, BrandMatch... brands) {
        return send(Topics.MENTIONS, post.postId(), new Mention(post.postId(), post, List.of(brands), clock, causedAt));
    }

    /** A stored post, compared again with what is tracked now. */
    Bench rematched(Instant contentAt, Post post, BrandMatch... brands) {
        var told = brands.length == 0 ? null : post;
        var mention = new Mention(post.postId(), told, List.of(brands), contentAt, clock, contentAt, false, null);
        return send(Topics.MENTIONS, post.postId(), mention);
    }

    /** The same, compared with what one brand tracks. */
    Bench rematchedWith(String only, Instant contentAt, Post post, BrandMatch... found) {
        var mention = new Mention(post.postId(), post, List.of(found), contentAt, clock, contentAt, false, only);
        return send(Topics.MENTIONS, post.postId(), mention);
    }

    Bench deleted(String id) {
        return send(
                Topics.MENTIONS, "x:" + id, new Mention("x:" + id, null, List.of(), clock, clock, null, true, null));
    }

    Bench gone(String id) {
        return send(Topics.MENTIONS, "x:" + id, new Mention("x:" + id, null, List.of(), clock, clock));
    }

    Bench shares(String id, Instant at, long shares) {
        var counts = new EngagementCounts(null, shares, null, null);
        return send(Topics.ENGAGEMENTS, "x:" + id, new Engagement("x:" + id, at, counts));
    }

    Bench correct(String id, String brand, SentimentLabel label) {
        var correction =
                new Correction(PostId.mention("x:" + id, brand), "x:" + id, brand, label, "I read it", "bob", clock);
        return send(Topics.CORRECTIONS, "x:" + id, correction);
    }

    Bench hit(String hashtag, String post, Instant at, String... brands) {
        return send(Topics.HASHTAG_HITS, hashtag, new HashtagHit(hashtag, "x:" + post, List.of(brands), "ana", at));
    }

    <V> Bench send(Topic<V> topic, String key, V value) {
        return send(topic, key, topic.valueSerde().serializer().serialize(topic.name(), value));
    }

    Bench send(Topic<?> topic, String key, String raw) {
        return send(topic, key, raw.getBytes(StandardCharsets.UTF_8));
    }

    private Bench send(Topic<?> topic, String key, byte[] value) {
        inputs.get(topic).pipeInput(new TestRecord<>(key, value, clock));
        return this;
    }

    /** What was said since the last call. */
    List<AnalysedMention> said() {
        return analysed.readValuesToList();
    }

    AnalysedMention saidOnce() {
        var said = said();
        if (said.size() != 1) {
            throw new AssertionError("expected one, was " + said);
        }
        return said.get(0);
    }

    List<String> keys() {
        var keys = new ArrayList<String>();
        analysed.readRecordsToList().forEach(r -> keys.add(r.key()));
        return keys;
    }

    List<HashtagTrend> trends() {
        return trends.readValuesToList();
    }

    /** Brings what was told of brands since the last call to where mentions are said. */
    List<BrandSentiment> learn() {
        var told =
                between(Topics.BRAND_SENTIMENTS).stream().map(TestRecord::value).toList();
        told.forEach(sentiment -> tunings.put(sentiment.brand(), BrandTuning.of(sentiment)));
        return told;
    }

    /** What was asked about stories, and what was answered, since the last call. */
    <V> List<TestRecord<String, V>> between(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        new StringDeserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> letters(Topic<?> topic) {
        return driver.createOutputTopic(topic.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    long kept(String store) {
        try (var all = driver.getKeyValueStore(store).all()) {
            var n = 0;
            while (all.hasNext()) {
                all.next();
                n++;
            }
            return n;
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
