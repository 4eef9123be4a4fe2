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
import vigie.model.AlertRule;
import vigie.model.AnalysedMention;
import vigie.model.SentimentLabel;

/** The rule "new term": said by many, not said before. */
class NewTermsTest {

    private static final Instant NOW = Instant.parse("2025-06-05T12:00:00Z");
    private static final int DAYS = 5;

    @Test
    void whatManySayForTheFirstTimeIsToldOnceWithItsReasonInBothLanguages() {
        try (var city = cityWithAPast()) {
            for (int i = 0; i < 8; i++) {
                city.say(said("new" + i, city.now(), "Bridge collapse, trams late"));
                city.pass(Duration.ofSeconds(20));
            }
            var alert = only(city);
            assertThat(alert.summaries().get("en"))
                    .startsWith("New term “bridge collapse”")
                    .contains("8 mentions by 7 authors in 1 h, 0 in the 5 days before");
            assertThat(alert.summaries().get("fr")).startsWith("Nouveau terme «");
            assertThat(alert.explanation().model()).isEqualTo("new-term");
            assertThat(alert.explanation().contributors().get(0).dimension()).isEqualTo("new-term");
            assertThat(alert.evidence()).isNotEmpty();
            assertThat(told(city)).containsExactly(Alert.Event.OPEN);

            city.pass(Duration.ofHours(3));
            assertThat(only(city).machine()).isEqualTo(Alert.MachineState.RESOLVED);
            assertThat(told(city)).containsExactly(Alert.Event.OPEN);
        }
    }

    @Test
    void whatIsSaidEveryDayIsNotNewHoweverMuchItIsSaid() {
        try (var city = cityWithAPast()) {
            for (int i = 0; i < 60; i++) {
                city.say(said("much" + i, city.now(), "Trams late again"));
            }
            city.pass(Duration.ofMinutes(2));
            assertThat(of(city)).isEmpty();
        }
    }

    @Test
    void aFewPeopleRepeatingAWordIsNotNews() {
        try (var city = cityWithAPast()) {
            // the city has seven people, who share the ids by their hashes
            IntStream.range(0, 200)
                    .mapToObj(i -> "same" + i)
                    .filter(id -> Math.floorMod(id.hashCode(), 7) < 3)
                    .forEach(id -> city.say(said(id, city.now(), "Derailment")));
            city.pass(Duration.ofMinutes(2));
            assertThat(of(city)).isEmpty();
        }
    }

    @Test
    void withdrawnMentionsNoLongerMakeATermNew() {
        try (var city = cityWithAPast()) {
            var four = new ArrayList<AnalysedMention>();
            for (int i = 0; i < 4; i++) {
                four.add(said("new" + i, city.now(), "Derailment"));
            }
            four.forEach(city::say);
            city.pass(Duration.ofSeconds(3));
            assertThat(of(city)).isEmpty();
            for (int i = 0; i < 3; i++) {
                city.say(PlainRulesTest.withdrawn(four.get(i)));
                city.say(said("other" + i, city.now(), "Derailment"));
            }
            city.pass(Duration.ofSeconds(3));
            assertThat(of(city)).isEmpty();
            city.say(said("new5", city.now(), "Derailment"));
            city.say(said("new6", city.now(), "Derailment"));
            city.pass(Duration.ofSeconds(3));
            assertThat(only(city).observed()).isBetween(5L, 6L);
        }
    }

    @Test
    void aSecondEventIsToldThoughTheFirstIsNotOver() {
        try (var city = cityWithAPast()) {
            for (int i = 0; i < 8; i++) {
                city.say(said("new" + i, city.now(), "Derailment"));
            }
            city.pass(Duration.ofMinutes(35));
            for (int i = 0; i < 20; i++) {
                city.say(said("next" + i, city.now(), "Strike on Monday"));
            }
            city.pass(Duration.ofSeconds(10));
            assertThat(told(city)).containsExactly(Alert.Event.OPEN, Alert.Event.ESCALATE);
            assertThat(only(city).summaries().get("en")).contains("“strike");
        }
    }

    @Test
    void withoutAPastNothingIsNew() {
        try (var city = new City(NOW)) {
            city.rule(rule());
            city.pass(Duration.ofSeconds(10));
            for (int i = 0; i < 30; i++) {
                city.say(said("new" + i, city.now(), "Derailment"));
            }
            city.pass(Duration.ofMinutes(2));
            assertThat(of(city)).isEmpty();
        }
    }

    @Test
    void orderOfArrivalChangesNothing() {
        var posts = past();
        for (int i = 0; i < 90; i++) {
            posts.add(said(
                    "new" + i, NOW.minusSeconds(60 + i), i % 3 == 0 ? "Derailment at the harbour" : "Smoke again"));
        }
        var shuffled = new ArrayList<>(posts);
        Collections.shuffle(shuffled, new Random(11));
        assertThat(summaries(shuffled)).isNotEmpty().isEqualTo(summaries(posts));
    }

    private static List<String> summaries(List<AnalysedMention> posts) {
        try (var city = new City(NOW)) {
            city.rule(rule());
            city.pass(Duration.ofSeconds(10));
            posts.forEach(city::say);
            city.pass(Duration.ofMinutes(1));
            return of(city).stream()
                    .map(a -> a.summaries().get("en") + a.explanation().contributors())
                    .toList();
        }
    }

    private static City cityWithAPast() {
        var city = new City(NOW);
        city.rule(rule());
        city.pass(Duration.ofSeconds(10));
        past().forEach(city::say);
        city.pass(Duration.ofMinutes(3));
        return city;
    }

    /** A mention a quarter of an hour, about nothing in particular. */
    private static List<AnalysedMention> past() {
        var posts = new ArrayList<AnalysedMention>();
        for (int i = 1; i < DAYS * 96; i++) {
            posts.add(said("p" + i, NOW.minus(Duration.ofMinutes(15L * i)), "Trams late again, smoke "));
        }
        return posts;
    }

    private static AnalysedMention said(String id, Instant at, String text) {
        return City.mention(id, "x", at, SentimentLabel.NEUTRAL, text, 0);
    }

    private static AlertRule rule() {
        return new AlertRule(
                City.BRAND + ".new",
                City.BRAND,
                "new",
                "new-term",
                "mentions",
                14,
                5,
                null,
                true,
                1,
                null,
                null,
                4.0,
                List.of(),
                null,
                null);
    }

    private static List<Alert> of(City city) {
        return city.known().values().stream()
                .filter(a -> a.rule().equals("new"))
                .toList();
    }

    private static Alert only(City city) {
        assertThat(of(city)).hasSize(1);
        return of(city).get(0);
    }

    private static List<Alert.Event> told(City city) {
        return city.all().stream()
                .filter(a -> a.rule().equals("new") && a.tell())
                .map(Alert::event)
                .toList();
    }
}
