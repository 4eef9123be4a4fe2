package vigie.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigie.model.Alert;
import vigie.model.AlertRule;
import vigie.model.SentimentLabel;

/** Four fifths of the city's mentions come from a forum, one fifth from the news. */
class OutagesTest {

    private static final Instant NOW = Instant.parse("2025-06-05T12:00:00Z");

    @Test
    void silenceIsUnknownWhereTheLostPlatformUsuallyCarriesAFifth() {
        assertThat(silenceWhileDown("news", List.of())).isEmpty();
        assertThat(silenceWhileDown("forum", List.of())).isEmpty();
        assertThat(silenceWhileDown("elsewhere", List.of()))
                .as("nobody here speaks there")
                .isNotEmpty();
    }

    @Test
    void aScopeIsUnknownByItsOwnPlatformAlone() {
        assertThat(silenceWhileDown("news", List.of("news"))).isEmpty();
        assertThat(silenceWhileDown("news", List.of("forum"))).isNotEmpty();
        assertThat(silenceWhileDown("forum", List.of("forum"))).isEmpty();
    }

    @Test
    void aSmallPartOfAPlatformIsNotMissed() {
        try (var city = city(List.of())) {
            for (int minute = 0; minute < 240; minute++) {
                city.source("feed-1", "forum", "down", 100, Duration.ofMinutes(minute));
                city.source("feed-2", "forum", "up", 900, Duration.ZERO);
                city.leap(Duration.ofMinutes(1));
            }
            assertThat(silences(city))
                    .as("a tenth of four fifths is less than a fifth")
                    .isNotEmpty();
        }
    }

    /** What rises while a part is missing rises all the more. */
    @Test
    void aCrisisIsToldThoughAPlatformIsDown() {
        try (var city = city(List.of())) {
            for (int i = 0; i < 60; i++) {
                city.source("feed", "news", "down", 100, Duration.ofMinutes(10));
                city.say(City.mention("burst" + i, "forum", city.now(), SentimentLabel.NEUTRAL, "late", 0));
                city.pass(Duration.ofSeconds(1));
            }
            assertThat(city.all())
                    .filteredOn(Alert::tell)
                    .extracting(Alert::rule)
                    .contains("volume-spike");
        }
    }

    private static List<Alert> silenceWhileDown(String platform, List<String> scope) {
        try (var city = city(scope)) {
            for (int minute = 0; minute < 240; minute++) {
                city.source("feed", platform, "down", 100, Duration.ofMinutes(minute));
                city.source("big", "elsewhere-too", "up", 9_000, Duration.ZERO);
                city.leap(Duration.ofMinutes(1));
            }
            return silences(city);
        }
    }

    private static List<Alert> silences(City city) {
        return city.all().stream().filter(a -> a.rule().equals("silence")).toList();
    }

    private static City city(List<String> scope) {
        var city = new City(NOW);
        city.rule(new AlertRule(
                City.BRAND + ".silence",
                City.BRAND,
                "silence",
                "quiet",
                "mentions",
                14,
                5,
                null,
                true,
                1,
                scope.isEmpty() ? null : new AlertRule.Scope(null, scope, List.of()),
                null,
                null,
                List.of(),
                null,
                null));
        city.pass(Duration.ofSeconds(10));
        var posts = new ArrayList<vigie.model.AnalysedMention>();
        for (int i = 0; i < 6 * 1_440; i++) {
            var platform = i % 5 == 4 ? "news" : "forum";
            posts.add(City.mention(
                    "x" + i, platform, NOW.minus(Duration.ofMinutes(i)), SentimentLabel.NEUTRAL, "a ride", 0));
        }
        posts.forEach(city::say);
        city.pass(Duration.ofMinutes(1));
        return city;
    }
}
