package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vigie.alert.spike.FiveMinutes;
import vigie.model.Alert;
import vigie.model.AlertRule;
import vigie.model.RuleHistory;
import vigie.model.SentimentLabel;

/** A rule that comes late judges as if it had always been there. */
class LookbackTest {

    private static final Instant NOW = Instant.parse("2025-06-05T12:00:00Z");
    private static final int DAYS = 20;
    private static final int EVERY = 6;

    @Test
    void aNewScopedRuleJudgesAtOnceWhereTheBrandHasAPast() {
        try (var told = city();
                var cold = city()) {
            for (var city : List.of(told, cold)) {
                city.rule(rule("forum", "spike", null, null));
                city.pass(Duration.ofSeconds(3));
            }
            told.answer(answer(only(told.questions())));
            for (var city : List.of(told, cold)) {
                city.pass(Duration.ofSeconds(10));
                for (int i = 0; i < 30; i++) {
                    city.say(City.mention("b" + i, "forum", city.now(), SentimentLabel.NEUTRAL, "late", 0));
                    city.pass(Duration.ofSeconds(1));
                }
            }
            assertThat(of(cold, "forum")).isEmpty();
            assertThat(of(told, "forum")).anySatisfy(alert -> {
                assertThat(alert.machine()).isEqualTo(Alert.MachineState.OPEN);
                assertThat(alert.expected()).isBetween(0.2, 3.0);
            });
        }
    }

    @Test
    void theIndexIsAskedOnceAndWhatItSaysTwiceCountsOnce() {
        try (var city = city()) {
            city.rule(rule("many", "threshold", "24h", 60.0));
            city.pass(Duration.ofSeconds(3));
            var question = only(city.questions());
            assertThat(question.metric()).isEqualTo("mentions");
            assertThat(question.until()).isEqualTo(NOW);
            city.answer(answer(question));
            city.answer(answer(question));
            for (int i = 0; i < 10; i++) {
                city.say(City.mention("n" + i, "forum", city.now(), SentimentLabel.NEUTRAL, "late", 0));
            }
            city.pass(Duration.ofMinutes(2));
            var inADay = FiveMinutes.PER_DAY / EVERY;
            assertThat(of(city, "many")).isEmpty();
            for (int i = 0; i < 10; i++) {
                city.say(City.mention("m" + i, "forum", city.now(), SentimentLabel.NEUTRAL, "late", 0));
            }
            city.pass(Duration.ofMinutes(2));
            assertThat(of(city, "many").get(of(city, "many").size() - 1).observed())
                    .isBetween(inADay + 18L, inADay + 20L);
            assertThat(city.questions()).isEmpty();
        }
    }

    @Test
    void whileOldMentionsArriveNothingIsAsked() {
        try (var city = city()) {
            city.rule(rule("forum", "spike", null, null));
            for (int i = 0; i < 20; i++) {
                city.say(City.mention("o" + i, NOW.minus(Duration.ofHours(3 + i)), SentimentLabel.NEUTRAL));
                city.pass(Duration.ofSeconds(2));
            }
            assertThat(city.questions()).isEmpty();
            city.pass(Duration.ofSeconds(10));
            assertThat(city.questions()).hasSize(1);
        }
    }

    @Test
    void whatWasSaidOfAnEarlierBrandIsNotTheNewOnes() {
        try (var city = city()) {
            city.rule(rule("many", "threshold", "24h", 20.0));
            city.pass(Duration.ofSeconds(3));
            var question = only(city.questions());
            var other = new RuleHistory(
                    question.brand(), NOW, question.rule(), question.metric(), question.until(), null, List.of());
            city.answer(answer(other));
            city.pass(Duration.ofMinutes(2));
            assertThat(of(city, "many")).isEmpty();
            city.answer(answer(question));
            city.pass(Duration.ofMinutes(2));
            assertThat(of(city, "many")).isNotEmpty();
        }
    }

    @Test
    void whatIsCountedOfEveryBrandNeedsNoQuestion() {
        try (var city = city()) {
            assertThat(city.questions()).isEmpty();
        }
    }

    /** A brand with a mention every five minutes, of which the rules saw none in their scope. */
    private static City city() {
        var city = new City(NOW);
        for (int bucket = 1; bucket < 2 * FiveMinutes.PER_DAY; bucket++) {
            city.say(City.mention("x" + bucket, NOW.minus(Duration.ofMinutes(5L * bucket)), SentimentLabel.NEUTRAL));
        }
        city.leap(Duration.ofSeconds(6));
        city.leap(Duration.ofSeconds(6));
        city.leap(Duration.ofSeconds(6));
        return city;
    }

    /** One in the forum every half an hour. */
    private static RuleHistory answer(RuleHistory question) {
        var counts = new ArrayList<>(Collections.nCopies(DAYS * FiveMinutes.PER_DAY, 0L));
        for (int bucket = 0; bucket < counts.size(); bucket += EVERY) {
            counts.set(bucket, 1L);
        }
        return question.told(question.until().minus(Duration.ofDays(DAYS)), counts);
    }

    private static RuleHistory only(List<RuleHistory> questions) {
        assertThat(questions).hasSize(1);
        return questions.get(0);
    }

    private static List<Alert> of(City city, String rule) {
        return city.all().stream().filter(a -> a.rule().equals(rule)).toList();
    }

    private static AlertRule rule(String name, String kind, @Nullable String window, @Nullable Double threshold) {
        return new AlertRule(
                City.BRAND + "." + name,
                City.BRAND,
                name,
                kind,
                "mentions",
                14,
                5,
                null,
                true,
                1,
                new AlertRule.Scope(null, List.of("forum"), List.of()),
                window,
                threshold,
                List.of(),
                null,
                null);
    }
}
