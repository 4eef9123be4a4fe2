package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vigie.model.Alert;
import vigie.model.AlertAction;
import vigie.model.AlertRule;
import vigie.model.AnalysedMention;
import vigie.model.SentimentLabel;

class AlertTopologyTest {

    private static final Instant START = Instant.parse("2025-06-02T00:00:00Z");
    private static final Duration BUCKET = Duration.ofMinutes(5);

    @Test
    void aLiveSpikeIsAnnouncedAtOnceAndOnce() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            assertThat(city.all()).isEmpty();

            var mentionsUntilHeard = 0;
            for (int i = 0; i < 40; i++) {
                city.say(City.mention("live" + i, city.now(), SentimentLabel.NEGATIVE));
                city.pass(Duration.ofSeconds(1));
                if (city.all().isEmpty()) {
                    mentionsUntilHeard++;
                }
            }
            assertThat(mentionsUntilHeard).isBetween(5, 25);
            var told = city.all().stream().filter(Alert::tell).toList();
            assertThat(told)
                    .filteredOn(a -> a.metric().equals("negative"))
                    .singleElement()
                    .satisfies(a -> {
                        assertThat(a.event()).isEqualTo(Alert.Event.OPEN);
                        assertThat(a.ruleId()).isEqualTo("tram.negative-spike");
                        assertThat(a.openedAt())
                                .isAfter(START.plus(Duration.ofDays(3)).minus(BUCKET));
                        assertThat(a.summaries().get("en")).contains("negative mentions in 15 min, expected");
                        assertThat(a.evidence()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
                        assertThat(a.explanation().contributors())
                                .anySatisfy(c -> assertThat(c.dimension()).isEqualTo("author"));
                        assertThat(a.explanation().silentBelow()).isLessThanOrEqualTo(a.observed());
                    });
        }
    }

    @Test
    void aQuietStreamIsResolvedByTheClock() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            burst(city, 40);
            assertThat(city.known().values()).isNotEmpty().allMatch(a -> a.machine() == Alert.MachineState.OPEN);

            city.pass(Duration.ofHours(5));

            assertThat(city.known().values()).isNotEmpty().allSatisfy(a -> {
                assertThat(a.machine()).isEqualTo(Alert.MachineState.RESOLVED);
                assertThat(a.event()).isEqualTo(Alert.Event.RESOLVE);
                assertThat(a.resolvedAt()).isAfter(a.lastAt());
                assertThat(a.tell()).isFalse();
            });
        }
    }

    @Test
    void aBurstThatEndsAtOnceIsShownWhole() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            burst(city, 40);
            var whole = IntStream.range(0, 40)
                    .mapToObj(i -> City.mention("at once" + i, city.now(), SentimentLabel.NEGATIVE))
                    .toList();
            whole.forEach(city::say);
            var early = open(city).observed();

            city.pass(Duration.ofSeconds(10));

            assertThat(open(city).observed()).isGreaterThanOrEqualTo(80).isGreaterThan(early);
        }
    }

    private static Alert open(City city) {
        return city.known().values().stream()
                .filter(a -> a.metric().equals("negative") && a.machine() == Alert.MachineState.OPEN)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anImportOfOldCrisisIsRecordedAndToldToNobody() {
        var crisis = START.plus(Duration.ofDays(6)).plus(Duration.ofHours(14));
        try (var city = new City(Instant.parse("2026-03-01T12:00:00Z"))) {
            backFill(city, history(START, 9, List.of(crisis)));

            assertThat(city.known().values())
                    .filteredOn(a -> a.metric().equals("negative"))
                    .singleElement()
                    .satisfies(a -> {
                        assertThat(Duration.between(crisis, a.openedAt()).abs()).isLessThanOrEqualTo(BUCKET);
                        assertThat(a.machine()).isEqualTo(Alert.MachineState.RESOLVED);
                        assertThat(a.resolvedAt()).isBefore(crisis.plus(Duration.ofHours(8)));
                    });
            assertThat(city.all()).noneMatch(Alert::tell);
        }
    }

    @Test
    void orderAndSpeedOfABackFillChangeNothing() {
        var crisis = START.plus(Duration.ofDays(3)).plus(Duration.ofHours(14));
        var ordered = history(START, 5, List.of(crisis));
        var shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(5));
        assertThat(incidents(shuffled, Duration.ofMillis(0))).isEqualTo(incidents(ordered, Duration.ofMillis(0)));
        // slow enough for the detector to be started several times on half of the history
        assertThat(incidents(shuffled, Duration.ofSeconds(7))).isEqualTo(incidents(ordered, Duration.ofMillis(0)));
    }

    private static List<String> incidents(List<AnalysedMention> posts, Duration pause) {
        try (var city = new City(START.plus(Duration.ofDays(12)))) {
            var n = 0;
            for (var post : posts) {
                city.say(post);
                if (++n % 300 == 0 && !pause.isZero()) {
                    city.pass(pause);
                }
            }
            city.pass(Duration.ofMinutes(1));
            return city.known().values().stream()
                    .filter(a -> a.event() != Alert.Event.WITHDRAWN)
                    .map(a -> a.ruleId() + " " + a.openedAt() + " " + a.lastAt() + " " + a.resolvedAt() + " "
                            + a.observed() + " " + a.summaries().get("en"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void liveAndBackFilledHistoryGiveTheSameIncidents() {
        var crisis = START.plus(Duration.ofDays(1)).plus(Duration.ofHours(14));
        var posts = history(START, 2, List.of(crisis));
        try (var live = new City(START)) {
            for (var post : posts) {
                while (post.eventTime().isAfter(live.now().plusSeconds(150))) {
                    live.leap(Duration.ofSeconds(150));
                }
                if (post.eventTime().isAfter(live.now())) {
                    live.leap(Duration.between(live.now(), post.eventTime()));
                }
                live.say(post);
            }
            live.pass(Duration.ofHours(12));
            assertThat(live.known().values().stream()
                            .map(AlertTopologyTest::outline)
                            .sorted())
                    .isNotEmpty()
                    .isEqualTo(outlines(posts));
            assertThat(live.all().stream().filter(Alert::tell).map(a -> a.id() + a.event()))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<String> outlines(List<AnalysedMention> posts) {
        try (var city = new City(START.plus(Duration.ofDays(4)))) {
            backFill(city, posts);
            return city.known().values().stream()
                    .map(AlertTopologyTest::outline)
                    .sorted()
                    .toList();
        }
    }

    private static String outline(Alert a) {
        return a.id() + " " + a.openedAt() + " " + a.lastAt() + " " + a.resolvedAt() + " " + a.severity();
    }

    @Test
    void whatIsWithdrawnNoLongerCounts() {
        var crisis = START.plus(Duration.ofDays(6)).plus(Duration.ofHours(14));
        var posts = history(START, 9, List.of(crisis));
        try (var city = new City(Instant.parse("2026-03-01T12:00:00Z"))) {
            backFill(city, posts);
            assertThat(city.known()).isNotEmpty();

            for (var post : posts) {
                if (post.postId().startsWith("x:crisis")) {
                    var before =
                            new AnalysedMention.Before(post.sentiment().label(), post.reach(), null, List.of("tram"));
                    city.say(City.mention(
                            post.postId().substring(2),
                            post.eventTime(),
                            SentimentLabel.NEUTRAL,
                            City.SINCE,
                            AnalysedMention.Change.WITHDRAWN,
                            before));
                }
            }
            city.pass(Duration.ofMinutes(1));
            assertThat(city.known().values()).allMatch(a -> a.event() == Alert.Event.WITHDRAWN);
        }
    }

    @Test
    void aLateMentionInTheMidstOfACrisisDoesNotShowItAsSmallAsItBegan() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            for (int minute = 0; minute < 14; minute++) {
                var burst = minute * 2;
                for (int i = 0; i < burst; i++) {
                    city.say(City.mention("grow" + minute + "-" + i, city.now(), SentimentLabel.NEGATIVE));
                }
                if (minute % 3 == 2) {
                    city.say(City.mention(
                            "late" + minute, city.now().minus(Duration.ofHours(2)), SentimentLabel.NEGATIVE));
                }
                city.pass(Duration.ofMinutes(1));
            }
            assertThat(city.all())
                    .filteredOn(a -> a.metric().equals("negative"))
                    .hasSizeGreaterThan(5);
            for (var id : city.known().keySet()) {
                var said = city.all().stream().filter(a -> a.id().equals(id)).toList();
                for (int i = 1; i < said.size(); i++) {
                    // corrected history may weigh the same evidence a little differently, no more
                    assertThat(said.get(i).explanation().z())
                            .isGreaterThan(0.9 * said.get(i - 1).explanation().z());
                }
                assertThat(said).extracting(Alert::severity).isSorted();
                assertThat(said).extracting(Alert::lastAt).isSorted();
                assertThat(said).allMatch(a -> a.machine() == Alert.MachineState.OPEN);
            }
        }
    }

    @Test
    void aCorrectedLabelMovesTheMentionToTheNegativeOnes() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            var at = city.now();
            for (int i = 0; i < 30; i++) {
                city.say(City.mention("n" + i, at, SentimentLabel.NEUTRAL));
            }
            city.pass(Duration.ofSeconds(10));
            assertThat(city.known().values()).extracting(Alert::metric).containsOnly("mentions");

            for (int i = 0; i < 30; i++) {
                var before = new AnalysedMention.Before(
                        SentimentLabel.NEUTRAL, vigie.model.Reach.UNKNOWN, null, List.of("tram"));
                city.say(City.mention(
                        "n" + i, at, SentimentLabel.NEGATIVE, City.SINCE, AnalysedMention.Change.REVISED, before));
            }
            city.pass(Duration.ofSeconds(10));
            assertThat(city.known().values())
                    .filteredOn(a -> a.metric().equals("negative"))
                    .singleElement()
                    .satisfies(a -> assertThat(a.observed()).isBetween(30L, 36L));
            assertThat(city.known().values())
                    .filteredOn(a -> a.metric().equals("mentions"))
                    .singleElement()
                    .satisfies(a -> assertThat(a.observed()).isBetween(30L, 45L));
        }
    }

    @Test
    void anAlertNamesTheStoryThatCopiesWereFoundToTell() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            for (int i = 0; i < 40; i++) {
                var at = city.now();
                var first = City.mention("n" + i, at, SentimentLabel.NEGATIVE);
                city.say(City.telling("own-" + i, first));
                var before = new AnalysedMention.Before(
                        SentimentLabel.NEGATIVE, vigie.model.Reach.UNKNOWN, "own-" + i, List.of("tram"));
                city.say(City.telling(
                        "hoax",
                        City.mention(
                                "n" + i,
                                at,
                                SentimentLabel.NEGATIVE,
                                City.SINCE,
                                AnalysedMention.Change.REVISED,
                                before)));
                city.pass(Duration.ofSeconds(1));
            }
            assertThat(city.known().values())
                    .filteredOn(a -> a.metric().equals("negative"))
                    .singleElement()
                    .satisfies(a -> {
                        assertThat(a.observed()).isBetween(35L, 46L);
                        assertThat(a.explanation().contributors())
                                .filteredOn(c -> c.dimension().equals("story"))
                                .first()
                                .satisfies(c -> {
                                    assertThat(c.key()).isEqualTo("hoax");
                                    assertThat(c.count()).isBetween(35L, 40L);
                                });
                    });
        }
    }

    @Test
    void aDeletedBrandLeavesNothingBehind() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            city.deleteBrand(City.BRAND);
            city.pass(Duration.ofSeconds(3));
            city.brand(City.BRAND, START.plus(Duration.ofDays(2)));
            city.pass(Duration.ofSeconds(3));
            // late records of the first brand are not the second one's
            city.say(City.mention("late", city.now(), SentimentLabel.NEGATIVE));
            assertThat(city.meters
                            .counter("vigie.alert.mentions.of.earlier.brand")
                            .count())
                    .isEqualTo(1);
            for (int i = 0; i < 40; i++) {
                city.say(City.mention(
                        "again" + i,
                        city.now(),
                        SentimentLabel.NEGATIVE,
                        START.plus(Duration.ofDays(2)),
                        AnalysedMention.Change.FIRST,
                        null));
                city.pass(Duration.ofSeconds(1));
            }
            assertThat(city.all())
                    .as("a new brand has no usual level to be above")
                    .isEmpty();
        }
    }

    @Test
    void aBrandDeletedAndCreatedAgainBetweenTwoTicksStartsAfresh() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            city.deleteBrand(City.BRAND);
            city.brand(City.BRAND, START.plus(Duration.ofDays(2)));
            city.pass(Duration.ofSeconds(3));
            burst(city, 40);
            assertThat(city.all()).isEmpty();
        }
    }

    @Test
    void whatPeopleDoIsKeptBesideWhatTheMachineThinks() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            burst(city, 40);
            var alert = city.known().values().stream()
                    .filter(a -> a.metric().equals("negative"))
                    .findFirst()
                    .orElseThrow();

            city.act(action("1", alert.id(), "ack"));
            city.act(action("1", alert.id(), "ack"));
            assertThat(city.heard()).singleElement().satisfies(a -> {
                assertThat(a.event()).isEqualTo(Alert.Event.ACTION);
                assertThat(a.tell()).isFalse();
                assertThat(a.state()).isEqualTo("acknowledged");
                assertThat(a.people().acknowledgedBy()).isEqualTo("ana");
                assertThat(a.machine()).isEqualTo(Alert.MachineState.OPEN);
                assertThat(a.observed()).isEqualTo(city.known().get(alert.id()).observed());
            });
            city.act(action("2", alert.id(), "resolve"));
            assertThat(city.known().get(alert.id()).state()).isEqualTo("resolved");
            city.act(action("3", alert.id(), "reopen"));
            assertThat(city.known().get(alert.id()).state()).isEqualTo("open");
            city.act(action("4", alert.id(), "comment"));
            assertThat(city.known().get(alert.id()).people().actions()).hasSize(4);

            city.act(action("5", "no-such-alert", "ack"));
            assertThat(city.heard()).isEmpty();
            assertThat(city.meters.counter("vigie.alert.actions.unknown").count())
                    .isEqualTo(1);

            city.pass(Duration.ofHours(5));
            var over = city.known().get(alert.id());
            assertThat(over.machine()).isEqualTo(Alert.MachineState.RESOLVED);
            assertThat(over.people().actions()).hasSize(4);
        }
    }

    @Test
    void revisionsAndVersionsOnlyRise() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            burst(city, 60);
            city.pass(Duration.ofHours(5));
            for (var id : city.known().keySet()) {
                var versions =
                        city.all().stream().filter(a -> a.id().equals(id)).toList();
                assertThat(versions).extracting(Alert::revision).isSorted().doesNotHaveDuplicates();
                assertThat(versions).extracting(Alert::version).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aDisabledRuleIsSilentAndEndsWhatItLeftOpen() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            backFill(city, history(START, 3, List.of()));
            burst(city, 40);
            var rule = AlertRule.defaultFor(City.BRAND, "negative-spike", "negative");
            city.rule(new AlertRule(
                    rule.id(), rule.brand(), rule.name(), rule.kind(), rule.metric(), 14, 5, null, false, 2));
            city.pass(Duration.ofMinutes(12));
            assertThat(city.known().values())
                    .filteredOn(a -> a.metric().equals("negative"))
                    .singleElement()
                    .satisfies(a -> assertThat(a.machine()).isEqualTo(Alert.MachineState.RESOLVED));
            city.heard();
            burst(city, 80);
            assertThat(city.heard()).noneMatch(a -> a.metric().equals("negative"));
        }
    }

    @Test
    void anIncidentStillGoingOnIsToldHoweverLateItIsFound() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            var posts = new ArrayList<>(history(START, 3, List.of()));
            for (int minute = 180; minute > 10; minute--) {
                posts.add(City.mention(
                        "late" + minute, city.now().minus(Duration.ofMinutes(minute)), SentimentLabel.NEGATIVE));
            }
            backFill(city, posts);
            assertThat(city.known().values())
                    .filteredOn(a -> a.metric().equals("negative"))
                    .singleElement()
                    .satisfies(a -> {
                        assertThat(a.tell()).isTrue();
                        assertThat(a.openedAt()).isBefore(city.now().minus(Duration.ofHours(2)));
                    });
        }
    }

    @Test
    void aHashtagIsCountedOnlyOnceARuleAsksForIt() {
        try (var city = new City(START.plus(Duration.ofDays(3)))) {
            city.rule(AlertRule.defaultFor(City.BRAND, "tag", "hashtag:Tram"));
            city.pass(Duration.ofSeconds(2));
            backFill(city, history(START, 3, List.of()));
            burst(city, 40);
            assertThat(city.known().values()).extracting(Alert::metric).contains("hashtag:Tram");
        }
    }

    private static AlertAction action(String id, String alert, String verb) {
        return new AlertAction(id, alert, City.BRAND, verb, "ana", START, "seen", null);
    }

    private static void burst(City city, int mentions) {
        for (int i = 0; i < mentions; i++) {
            city.say(City.mention("burst" + city.now() + i, city.now(), SentimentLabel.NEGATIVE));
            city.pass(Duration.ofSeconds(1));
        }
    }

    private static void backFill(City city, List<AnalysedMention> posts) {
        posts.forEach(city::say);
        city.pass(Duration.ofMinutes(1));
    }

    /** Some eight mentions an hour, a quarter of them negative, fewer at night; a crisis is forty negative ones in twenty minutes. */
    private static List<AnalysedMention> history(Instant from, int days, List<Instant> crises) {
        var dice = new Random(42);
        var posts = new ArrayList<AnalysedMention>();
        for (int bucket = 0; bucket < days * 288; bucket++) {
            var at = from.plus(BUCKET.multipliedBy(bucket));
            var busy = bucket / 12 % 24 >= 7 ? 0.8 : 0.2;
            if (dice.nextDouble() < busy) {
                var label = dice.nextInt(4) == 0 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
                posts.add(City.mention("p" + bucket, at.plusSeconds(dice.nextInt(300)), label));
            }
        }
        for (var crisis : crises) {
            for (int i = 0; i < 40; i++) {
                posts.add(City.mention("crisis" + crisis + i, crisis.plusSeconds(30L * i), SentimentLabel.NEGATIVE));
            }
        }
        posts.sort((a, b) -> a.eventTime().compareTo(b.eventTime()));
        return posts;
    }
}
