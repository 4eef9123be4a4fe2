package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.model.Alert;
import vigie.model.AlertRule;
import vigie.model.AnalysedMention;
import vigie.model.SentimentLabel;

class PlainRulesTest {

    private static final Instant NOW = Instant.parse("2025-06-05T12:00:00Z");

    @Test
    void aThresholdIsToldOnceAndEndsAnHourAfterItIsNoLongerMet() {
        try (var city = new City(NOW)) {
            city.rule(rule("many", "threshold", "mentions", 5, 10.0, null, null));
            city.pass(Duration.ofSeconds(10));
            for (int i = 0; i < 30; i++) {
                city.say(City.mention("t" + i, city.now(), SentimentLabel.NEUTRAL));
                city.pass(Duration.ofSeconds(2));
            }
            assertThat(of(city, "many")).satisfies(a -> {
                assertThat(a.machine()).isEqualTo(Alert.MachineState.OPEN);
                assertThat(a.explanation().model()).isEqualTo("threshold");
                assertThat(a.explanation().silentBelow()).isEqualTo(10);
                assertThat(a.observed()).isGreaterThan(20);
                assertThat(a.summaries().get("fr")).contains("la règle en demande 10");
                assertThat(a.evidence()).isNotEmpty();
            });
            assertThat(told(city, "many")).containsExactly(Alert.Event.OPEN);
            city.pass(Duration.ofMinutes(150));
            assertThat(of(city, "many").machine()).isEqualTo(Alert.MachineState.RESOLVED);
            assertThat(told(city, "many")).containsExactly(Alert.Event.OPEN);
        }
    }

    @Test
    void aFigureThatGrewTooSoonAfterTheLastIsSaidAFewSecondsLater() {
        try (var city = new City(NOW)) {
            city.rule(rule("many", "threshold", "mentions", 5, 10.0, null, null));
            city.pass(Duration.ofSeconds(70));
            for (int i = 0; i < 15; i++) {
                city.say(City.mention("t" + i, city.now(), SentimentLabel.NEUTRAL));
                if (i == 9) {
                    city.pass(Duration.ofSeconds(2));
                }
            }
            assertThat(of(city, "many").observed()).isEqualTo(10);
            city.pass(Duration.ofSeconds(7));
            assertThat(of(city, "many").observed()).isEqualTo(15);
        }
    }

    @Test
    void aScopeCountsOnlyWhatIsInItAndGivesBackWhatLeavesIt() {
        var scope = new AlertRule.Scope("delay OR late", List.of("forum"), List.of("en"));
        try (var city = new City(NOW)) {
            city.rule(rule("delays", "threshold", "negative", 5, 6.0, scope, null));
            city.pass(Duration.ofSeconds(10));
            for (int i = 0; i < 9; i++) {
                city.say(City.mention("a" + i, "forum", city.now(), SentimentLabel.NEGATIVE, "nothing to see", 0));
                city.say(City.mention("b" + i, "x", city.now(), SentimentLabel.NEGATIVE, "a delay again", 0));
                city.say(City.mention("c" + i, "forum", city.now(), SentimentLabel.NEUTRAL, "a delay again", 0));
            }
            var five = new AnalysedMention[5];
            for (int i = 0; i < 5; i++) {
                five[i] = City.mention("d" + i, "forum", city.now(), SentimentLabel.NEGATIVE, "A DELAY again", 0);
                city.say(five[i]);
            }
            city.pass(Duration.ofSeconds(5));
            assertThat(city.known().values()).noneMatch(a -> a.rule().equals("delays"));

            city.say(withdrawn(five[0]));
            city.say(City.mention("e", "forum", city.now(), SentimentLabel.NEGATIVE, "too late", 0));
            city.pass(Duration.ofSeconds(5));
            assertThat(city.known().values()).noneMatch(a -> a.rule().equals("delays"));

            city.say(City.mention("f", "forum", city.now(), SentimentLabel.NEGATIVE, "so late", 0));
            city.pass(Duration.ofSeconds(5));
            assertThat(of(city, "delays").observed()).isEqualTo(6);
        }
    }

    @Test
    void aScopedSpikeHasADetectorOfItsOwn() {
        var scope = new AlertRule.Scope(null, List.of("forum"), List.of());
        try (var city = new City(NOW)) {
            city.rule(rule("forum", "spike", "mentions", 5, null, scope, null));
            city.pass(Duration.ofSeconds(10));
            for (int i = 0; i < 2 * 288; i++) {
                var at = NOW.minus(Duration.ofMinutes(5L * i + 5));
                city.say(City.mention("x" + i, "x", at, SentimentLabel.NEUTRAL, "hello", 0));
                if (i % 6 == 0) {
                    city.say(City.mention("f" + i, "forum", at, SentimentLabel.NEUTRAL, "hello", 0));
                }
            }
            city.pass(Duration.ofMinutes(1));
            for (int i = 0; i < 40; i++) {
                city.say(City.mention("burst" + i, "forum", city.now(), SentimentLabel.NEUTRAL, "hello", 0));
                city.pass(Duration.ofSeconds(1));
            }
            var forum = of(city, "forum");
            assertThat(forum.metric()).isEqualTo("mentions");
            assertThat(forum.expected()).isLessThan(3);
            assertThat(forum.explanation().contributors())
                    .filteredOn(c -> c.dimension().equals("platform"))
                    .extracting(Alert.Contributor::key)
                    .containsExactly("forum");
        }
    }

    @Test
    void aPartIsNotToldWhileTheWholeIsUnlessItIsGraver() {
        try (var city = new City(NOW)) {
            city.rule(
                    new AlertRule(City.BRAND + ".tag", City.BRAND, "tag", "spike", "hashtag:tram", 14, 5, 0, true, 1));
            city.rule(new AlertRule(
                    City.BRAND + ".grave", City.BRAND, "grave", "spike", "hashtag:tram", 14, 5, 4, true, 1));
            city.pass(Duration.ofSeconds(10));
            for (int i = 0; i < 2 * 288; i++) {
                city.say(City.mention("x" + i, NOW.minus(Duration.ofMinutes(5L * i + 5)), SentimentLabel.NEUTRAL));
            }
            city.pass(Duration.ofMinutes(1));
            for (int i = 0; i < 60; i++) {
                city.say(City.mention("burst" + i, city.now(), SentimentLabel.NEGATIVE));
                city.pass(Duration.ofSeconds(1));
            }
            assertThat(told(city, "volume-spike")).contains(Alert.Event.OPEN);
            var part = of(city, "tag");
            assertThat(part.machine()).isEqualTo(Alert.MachineState.OPEN);
            assertThat(part.told()).isFalse();
            assertThat(city.known()).containsKey(part.inhibitedBy());
            assertThat(told(city, "grave")).contains(Alert.Event.OPEN);
        }
    }

    @Test
    void oneNegativeMentionThatManySeeIsEnoughAndASecondIsToldToo() {
        try (var city = new City(NOW)) {
            city.rule(rule("loud", "reach", "negative", 1, 50_000.0, null, null));
            city.pass(Duration.ofSeconds(10));
            city.say(City.mention("p", "x", city.now(), SentimentLabel.POSITIVE, "love it", 900_000));
            city.say(City.mention("s", "x", city.now(), SentimentLabel.NEGATIVE, "hate it", 400));
            city.pass(Duration.ofSeconds(3));
            assertThat(city.all()).isEmpty();
            city.say(City.mention("l", "x", city.now(), SentimentLabel.NEGATIVE, "hate it", 60_000));
            city.pass(Duration.ofSeconds(3));
            assertThat(of(city, "loud").evidence())
                    .extracting(Alert.EvidenceMention::mentionId)
                    .containsExactly("m-l");
            city.pass(Duration.ofMinutes(40));
            city.say(City.mention("m", "x", city.now(), SentimentLabel.NEGATIVE, "hate it", 70_000));
            city.pass(Duration.ofSeconds(3));
            assertThat(told(city, "loud")).containsExactly(Alert.Event.OPEN, Alert.Event.ESCALATE);
        }
    }

    @Test
    void wordsOfACrisisAreCountedWhateverTheSentiment() {
        try (var city = new City(NOW)) {
            city.rule(rule("crisis", "keyword", "mentions", 1, 2.0, null, "transport"));
            city.pass(Duration.ofSeconds(10));
            city.say(City.mention("1", "x", city.now(), SentimentLabel.NEUTRAL, "Lovely ride to the sea", 0));
            city.say(City.mention("2", "x", city.now(), SentimentLabel.NEUTRAL, "Déraillement près de Lyon", 0));
            city.pass(Duration.ofSeconds(3));
            assertThat(city.all()).isEmpty();
            city.say(City.mention("3", "x", city.now(), SentimentLabel.NEUTRAL, "Une FUITE DE DONNEES chez eux", 0));
            city.pass(Duration.ofSeconds(3));
            assertThat(of(city, "crisis")).satisfies(a -> {
                assertThat(a.observed()).isEqualTo(2);
                assertThat(a.severity()).isEqualTo(3);
            });
        }
    }

    @Test
    void silenceIsToldButNotWhileTheSourcesAreDown() {
        try (var deaf = new City(NOW);
                var city = new City(NOW)) {
            for (var one : List.of(deaf, city)) {
                one.rule(rule("silence", "quiet", "mentions", 5, null, null, null));
                one.pass(Duration.ofSeconds(10));
                for (int i = 40; i < 6 * 288; i++) {
                    one.say(City.mention("x" + i, NOW.minus(Duration.ofMinutes(5L * i)), SentimentLabel.NEUTRAL));
                }
            }
            deaf.source("rss-news", "down", 900, Duration.ofMinutes(10));
            deaf.source("push", "up", 100, Duration.ZERO);
            deaf.pass(Duration.ofMinutes(3));
            city.source("rss-news", "up", 900, Duration.ZERO);
            city.pass(Duration.ofMinutes(2));
            assertThat(deaf.all()).isEmpty();
            assertThat(of(city, "silence").summaries().get("en")).startsWith("No mentions in 3 h, expected 36");
        }
    }

    @Test
    void aSilenceThatBeganWithAnOutageIsNotToldWhenTheSourcesAreBack() {
        try (var city = new City(NOW)) {
            city.rule(rule("silence", "quiet", "mentions", 5, null, null, null));
            for (int i = 0; i < 6 * 288; i++) {
                city.say(City.mention("x" + i, NOW.minus(Duration.ofMinutes(5L * i)), SentimentLabel.NEUTRAL));
            }
            for (int minute = 0; minute < 200; minute++) {
                city.source("rss-news", "down", 900, Duration.ofMinutes(minute));
                city.leap(Duration.ofMinutes(1));
            }
            for (int minute = 0; minute < 30; minute++) {
                city.source("rss-news", "up", 900, Duration.ZERO);
                city.leap(Duration.ofMinutes(1));
            }
            assertThat(city.all()).noneMatch(a -> a.rule().equals("silence"));
        }
    }

    @Test
    void aScopeMayAskForWhatIsKnownOnlyLater() {
        var scope = new AlertRule.Scope("reach:>=1000 AND sentiment:negative", List.of(), List.of());
        try (var city = new City(NOW)) {
            city.rule(rule("seen", "threshold", "mentions", 1, 2.0, scope, null));
            city.pass(Duration.ofSeconds(10));
            city.say(City.mention("1", "x", city.now(), SentimentLabel.NEGATIVE, "bad", 5_000));
            city.say(City.mention("2", "x", city.now(), SentimentLabel.NEGATIVE, "bad", 50));
            city.say(City.mention("3", "x", city.now(), SentimentLabel.POSITIVE, "good", 5_000));
            city.pass(Duration.ofSeconds(3));
            assertThat(city.all()).isEmpty();
            city.say(City.mention("4", "x", city.now(), SentimentLabel.NEGATIVE, "bad", 2_000));
            city.pass(Duration.ofSeconds(3));
            assertThat(of(city, "seen").observed()).isEqualTo(2);
        }
    }

    @Test
    void anImportOfHoursInAnyOrderIsNoRise() {
        try (var city = new City(NOW)) {
            city.rule(rule("rise", "ratio", "mentions", 5, 3.0, null, null));
            city.pass(Duration.ofSeconds(10));
            for (int minute = 0; minute < 180; minute++) {
                city.say(City.mention("i" + minute, NOW.minus(Duration.ofMinutes(minute)), SentimentLabel.NEUTRAL));
                if (minute % 20 == 19) {
                    city.pass(Duration.ofSeconds(2));
                }
            }
            city.pass(Duration.ofMinutes(2));
            assertThat(city.known().values()).noneMatch(a -> a.rule().equals("rise"));
            for (int i = 0; i < 200; i++) {
                city.say(City.mention("n" + i, city.now(), SentimentLabel.NEUTRAL));
            }
            city.pass(Duration.ofSeconds(3));
            assertThat(of(city, "rise").expected()).isBetween(50.0, 65.0);
        }
    }

    @Test
    void anIncidentDoesNotEndAndNothingIsLearntWhileMostSourcesAreDown() {
        try (var city = new City(NOW)) {
            for (int i = 0; i < 2 * 288; i++) {
                city.say(City.mention("x" + i, NOW.minus(Duration.ofMinutes(5L * i + 5)), SentimentLabel.NEUTRAL));
            }
            city.pass(Duration.ofMinutes(1));
            for (int i = 0; i < 60; i++) {
                city.say(City.mention("burst" + i, city.now(), SentimentLabel.NEUTRAL));
                city.pass(Duration.ofSeconds(1));
            }
            assertThat(of(city, "volume-spike").machine()).isEqualTo(Alert.MachineState.OPEN);
            for (int i = 0; i < 6 * 60; i++) {
                city.source("rss-news", "down", 900, Duration.ofMinutes(i));
                city.leap(Duration.ofMinutes(1));
            }
            assertThat(of(city, "volume-spike").machine()).isEqualTo(Alert.MachineState.OPEN);
            city.source("rss-news", "up", 900, Duration.ZERO);
            for (int i = 0; i < 5 * 60; i++) {
                city.source("rss-news", "up", 900, Duration.ZERO);
                city.leap(Duration.ofMinutes(1));
            }
            assertThat(of(city, "volume-spike").machine()).isEqualTo(Alert.MachineState.RESOLVED);
        }
    }

    @Test
    void aRuleThatIsGoneLeavesNothingOpen() {
        try (var city = new City(NOW)) {
            var rule = rule("many", "threshold", "mentions", 5, 10.0, null, null);
            city.rule(rule);
            city.pass(Duration.ofSeconds(10));
            for (int i = 0; i < 12; i++) {
                city.say(City.mention("t" + i, city.now(), SentimentLabel.NEUTRAL));
            }
            city.pass(Duration.ofSeconds(3));
            assertThat(of(city, "many").machine()).isEqualTo(Alert.MachineState.OPEN);
            city.rule(new AlertRule(
                    rule.id(), rule.brand(), rule.name(), rule.kind(), rule.metric(), 14, 5, null, false, 2));
            city.pass(Duration.ofMinutes(2));
            assertThat(of(city, "many").machine()).isEqualTo(Alert.MachineState.RESOLVED);
        }
    }

    private static AlertRule rule(
            String name,
            String kind,
            String metric,
            int minCount,
            @Nullable Double threshold,
            AlertRule.@Nullable Scope scope,
            @Nullable String lexicon) {
        return new AlertRule(
                City.BRAND + "." + name,
                City.BRAND,
                name,
                kind,
                metric,
                14,
                minCount,
                null,
                true,
                1,
                scope,
                null,
                threshold,
                List.of(),
                lexicon,
                null);
    }

    static AnalysedMention withdrawn(AnalysedMention m) {
        var before = new AnalysedMention.Before(m.sentiment().label(), m.reach(), null, List.of("tram"));
        return new AnalysedMention(
                m.mentionId(),
                m.brand(),
                m.brandSince(),
                m.postId(),
                AnalysedMention.Change.WITHDRAWN,
                2,
                2,
                before,
                null,
                m.eventTime(),
                List.of(),
                m.lang(),
                m.sentiment(),
                m.virality(),
                m.reach(),
                null,
                m.arrivedAt(),
                m.analysedAt(),
                null);
    }

    private static Alert of(City city, String rule) {
        return city.known().values().stream()
                .filter(a -> a.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<Alert.Event> told(City city, String rule) {
        return city.all().stream()
                .filter(a -> a.rule().equals(rule) && a.tell())
                .map(Alert::event)
                .toList();
    }
}
