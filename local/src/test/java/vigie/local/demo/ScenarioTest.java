package vigie.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vigie.model.Post;
import vigie.query.Evaluator;
import vigie.query.QueryParser;
import vigie.query.Scope;
import vigie.query.Searchable;

class ScenarioTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void theSameSeedAndHourAlwaysSayTheSame() {
        var brand = Scripts.brands().get(0);
        long hour = MONDAY.getEpochSecond() / 3_600 + 18;
        assertThat(new Everyday(7).hour(brand, hour)).isNotEmpty().isEqualTo(new Everyday(7).hour(brand, hour));
        assertThat(new Everyday(8).hour(brand, hour)).isNotEqualTo(new Everyday(7).hour(brand, hour));
    }

    @Test
    void theDayHasARhythm() {
        for (var brand : Scripts.brands()) {
            assertThat(postsOf(brand, 17, 20))
                    .hasSizeGreaterThan(3 * postsOf(brand, 2, 5).size());
        }
    }

    @Test
    void everySentenceIsFoundByTheBrandsOwnQueries() {
        for (var brand : Scripts.brands()) {
            var queries = brand.queries().stream()
                    .map(q -> QueryParser.parse(q.query(), Scope.TRACKING))
                    .toList();
            assertThat(queries).allSatisfy(q -> assertThat(q.errors()).isEmpty());
            for (var post : postsOf(brand, 0, 24)) {
                assertThat(queries)
                        .as(post.text())
                        .anyMatch(q -> Evaluator.evaluate(q.query(), Searchable.of(post))
                                .matched());
            }
        }
    }

    @Test
    void noPlaceholderIsLeftInWhatPeopleSay() {
        for (var brand : Scripts.brands()) {
            assertThat(postsOf(brand, 0, 24)).noneMatch(p -> p.text().contains("{"));
        }
        assertThat(crisis())
                .noneMatch(b -> b instanceof Crisis.Beat.Say said
                        && (said.post().text().contains("{")
                                || String.valueOf(said.post().title()).contains("{")));
    }

    @Test
    void theCrisisBuildsOverTwoMinutesThenCalms() {
        var beats = crisis();
        assertThat(beats).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(inWindow(beats, 90, 120)).isGreaterThan(3 * inWindow(beats, 0, 30));
        assertThat(inWindow(beats, 180, 210)).isLessThan(inWindow(beats, 90, 120) / 2);
        assertThat(beats)
                .anyMatch(b -> b instanceof Crisis.Beat.Say s
                        && "repost".equals(s.post().kind()));
        assertThat(beats).anyMatch(b -> b instanceof Crisis.Beat.Spread);
    }

    @Test
    void brandsSpeakFrenchAndEnglish() {
        for (var lang : List.of("fr", "en")) {
            assertThat(Scripts.brands()).anyMatch(b -> b.language().equals(lang));
        }
        assertThat(Scripts.brands()).allSatisfy(b -> assertThat(b.id()).isEqualTo(b.id().toLowerCase(Locale.ROOT)));
    }

    private static List<Post> postsOf(DemoBrand brand, int fromHour, int toHour) {
        long midnight = MONDAY.getEpochSecond() / 3_600;
        return LongStream.range(midnight + fromHour, midnight + toHour)
                .boxed()
                .flatMap(h -> new Everyday(1).hour(brand, h).stream())
                .toList();
    }

    private static List<Crisis.Beat> crisis() {
        return Crisis.of(Scripts.crisis(), Scripts.brands().get(0), 1, MONDAY);
    }

    private static long inWindow(List<Crisis.Beat> beats, int from, int to) {
        return beats.stream()
                .filter(b -> !b.at().isBefore(MONDAY.plusSeconds(from)) && b.at().isBefore(MONDAY.plusSeconds(to)))
                .count();
    }
}
