package vigie.alert.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AlertRule;
import vigie.model.AnalysedMention;
import vigie.model.Author;
import vigie.model.Brand;
import vigie.model.Post;
import vigie.model.Reach;
import vigie.model.RuleHistory;
import vigie.model.Sentiment;
import vigie.model.SentimentLabel;
import vigie.model.SourceStatus;
import vigie.model.Virality;
import vigie.topic.Topic;
import vigie.topic.Topics;

/** The topology with a clock in hand: a world in which posts are said and time is let pass. */
final class City implements AutoCloseable {

    static final String BRAND = "tram";
    static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, AnalysedMention> mentions;
    private final TestInputTopic<String, AlertAction> actions;
    private final TestInputTopic<String, Brand> brands;
    private final TestInputTopic<String, AlertRule> rules;
    private final TestInputTopic<String, SourceStatus> sources;
    private final TestInputTopic<String, RuleHistory> answers;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, RuleHistory> questions;
    private final List<Alert> said = new ArrayList<>();
    private final Path folder;
    private Instant now;

    City(Instant now) {
        this.now = now;
        folder = folder();
        var topology = new Topology();
        new AlertTopology(new AlertMeters(meters), Stores::inMemoryKeyValueStore).addTo(topology);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology, config, now);
        mentions = input(Topics.ANALYSED_MENTIONS);
        actions = input(Topics.ALERT_ACTIONS);
        brands = input(Topics.BRANDS);
        rules = input(Topics.ALERT_RULES);
        sources = input(Topics.SOURCE_STATUS);
        answers = input(Topics.RULE_HISTORIES);
        alerts = output(Topics.ALERTS);
        questions = output(Topics.RULE_HISTORIES);
        brand(BRAND, SINCE);
        rule(AlertRule.defaultFor(BRAND, "volume-spike", "mentions"));
        rule(AlertRule.defaultFor(BRAND, "negative-spike", "negative"));
        pass(Duration.ofSeconds(10));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("city");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    void brand(String id, Instant since) {
        brands.pipeInput(id, new Brand(id, id, null, null, null, null, null, null, null, since), now);
    }

    void brandIn(String id, Instant since, String timeZone) {
        brands.pipeInput(id, new Brand(id, id, null, timeZone, null, null, null, null, null, since), now);
    }

    void deleteBrand(String id) {
        brands.pipeInput(id, null, now);
    }

    void rule(AlertRule rule) {
        rules.pipeInput(rule.id(), rule, now);
    }

    /** A source of the platform x. */
    void source(String id, String state, long posts, Duration heard) {
        source(id, "x", state, posts, heard);
    }

    /** @param heard how long ago it was reached */
    void source(String id, String platform, String state, long posts, Duration heard) {
        var status =
                new SourceStatus(id, "1", state, now.minus(heard), null, posts, 0, null, now, Map.of(platform, posts));
        sources.pipeInput(id, status, now);
    }

    /** What the index was asked since the last call. */
    List<RuleHistory> questions() {
        return questions.readValuesToList();
    }

    void answer(RuleHistory history) {
        answers.pipeInput(history.brand(), history, now);
    }

    void say(AnalysedMention mention) {
        mentions.pipeInput(mention.brand(), mention, now);
    }

    void act(AlertAction action) {
        actions.pipeInput(action.brand(), action, now);
    }

    Instant now() {
        return now;
    }

    /** Lets the clock run: in seconds for short whiles, otherwise in halves of a bucket. */
    void pass(Duration time) {
        var step = time.compareTo(Duration.ofMinutes(2)) <= 0 ? Duration.ofSeconds(1) : Duration.ofSeconds(150);
        for (var left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(step)) {
            leap(left.compareTo(step) < 0 ? left : step);
        }
    }

    /** Lets the clock jump, with one tick at the end. */
    void leap(Duration time) {
        driver.advanceWallClockTime(time);
        now = now.plus(time);
    }

    /** What was said since the last call. */
    List<Alert> heard() {
        var fresh = alerts.readValuesToList();
        said.addAll(fresh);
        return fresh;
    }

    /** The newest version of every alert ever said, by id. */
    Map<String, Alert> known() {
        heard();
        var newest = new HashMap<String, Alert>();
        for (var alert : said) {
            newest.put(alert.id(), alert);
        }
        return newest;
    }

    List<Alert> all() {
        heard();
        return List.copyOf(said);
    }

    static AnalysedMention mention(String id, Instant at, SentimentLabel label) {
        return mention(id, at, label, SINCE, AnalysedMention.Change.FIRST, null);
    }

    static AnalysedMention mention(
            String id,
            Instant at,
            SentimentLabel label,
            Instant since,
            AnalysedMention.Change change,
            AnalysedMention.@Nullable Before before) {
        var post = change == AnalysedMention.Change.WITHDRAWN ? null : post(id, "x", at, "text of " + id);
        return mention("x:" + id, post, at, label, since, change, before, Reach.UNKNOWN);
    }

    /** One that says something, somewhere, seen by so many. */
    static AnalysedMention mention(
            String id, String platform, Instant at, SentimentLabel label, String text, long reach) {
        return mention(
                platform + ":" + id,
                post(id, platform, at, text),
                at,
                label,
                SINCE,
                AnalysedMention.Change.FIRST,
                null,
                new Reach(0, reach));
    }

    /** The same of another brand. */
    static AnalysedMention of(String brand, AnalysedMention m) {
        return new AnalysedMention(
                m.mentionId(),
                brand,
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
                m.sentiment(),
                m.virality(),
                m.reach(),
                m.story(),
                m.arrivedAt(),
                m.analysedAt(),
                null);
    }

    /** The same as part of a story. */
    static AnalysedMention telling(String story, AnalysedMention m) {
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
                m.sentiment(),
                m.virality(),
                m.reach(),
                story,
                m.arrivedAt(),
                m.analysedAt(),
                null);
    }

    private static AnalysedMention mention(
            String postId,
            @Nullable Post post,
            Instant at,
            SentimentLabel label,
            Instant since,
            AnalysedMention.Change change,
            AnalysedMention.@Nullable Before before,
            Reach reach) {
        return new AnalysedMention(
                "m-" + postId.substring(postId.indexOf(':') + 1),
                BRAND,
                since,
                postId,
                change,
                1,
                1,
                before,
                post,
                at,
                List.of(),
                "en",
                new Sentiment(label, 0, 1, List.of(), "test"),
                Virality.NONE,
                reach,
                null,
                at,
                at,
                null);
    }

    private static Post post(String id, String platform, Instant at, String text) {
        return new Post(
                id,
                platform,
                null,
                at,
                null,
                null,
                text,
                null,
                Author.of("a" + Math.floorMod(id.hashCode(), 7)),
                null,
                null,
                null,
                List.of("tram"),
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public void close() {
        driver.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
