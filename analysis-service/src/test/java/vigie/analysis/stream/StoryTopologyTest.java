package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.analysis.stream.Bench.NOON;
import static vigie.analysis.stream.Bench.match;
import static vigie.analysis.stream.Bench.post;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.analysis.story.Shelves;
import vigie.analysis.story.Stories;
import vigie.model.AnalysedMention;
import vigie.model.AnalysedMention.Change;
import vigie.model.Post;
import vigie.model.SentimentLabel;
import vigie.model.StoryAnswer;
import vigie.topic.Topics;

/** Texts that differ a little become one story, and nothing is counted twice for it. */
class StoryTopologyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String HOAX = "Warning: from Monday on the water of our town will be turned off for three"
            + " days without notice, fill your bathtubs and tell everybody you know";
    private static final String COPY = "My sister says so too! " + HOAX.replace("town", "city");
    private static final String OTHER =
            "The new library beside the railway station opens its doors tomorrow morning, free coffee for all";
    private static final String STORY = Stories.of(post("1", HOAX));

    /** As where the brand's stories are gathered by another process: nothing is known at once. */
    private final Bench bench = new Bench(new KnownStories() {
        @Override
        void add(Shelves shelves) {
            // they are elsewhere
        }
    });

    @AfterEach
    void close() {
        bench.close();
    }

    private static String own(String text) {
        return Stories.of(post("any", text));
    }

    @Test
    void aCopyWithOtherWordsIsSaidAtOnceAndThenMovedToItsStory() {
        bench.mention(post("1", HOAX), match("rail"));
        assertThat(bench.saidOnce().story()).isEqualTo(STORY);
        bench.later(MINUTE).mention(post("2", COPY), match("rail"));
        var said = bench.said();
        assertThat(said).extracting(AnalysedMention::change).containsExactly(Change.FIRST, Change.REVISED);
        assertThat(said).extracting(AnalysedMention::story).containsExactly(own(COPY), STORY);
        assertThat(said).extracting(AnalysedMention::revision).containsExactly(1L, 2L);
        assertThat(said.get(1).version()).isGreaterThanOrEqualTo(said.get(0).version());
        assertThat(said.get(1).before())
                .isEqualTo(new AnalysedMention.Before(
                        said.get(0).sentiment().label(), said.get(0).reach(), own(COPY), List.of()));
        assertThat(said.get(1).eventTime()).isEqualTo(said.get(0).eventTime());
    }

    @Test
    void onlyWhatBelongsToAnotherStoryIsAnswered() {
        bench.mention(post("1", HOAX), match("rail"));
        bench.mention(post("2", HOAX.toUpperCase(java.util.Locale.ROOT)), match("rail"));
        bench.mention(post("3", OTHER), match("rail"));
        bench.mention(post("4", "so true"), match("rail"));
        assertThat(bench.between(Topics.STORY_SIGHTINGS)).hasSize(3);
        assertThat(bench.between(Topics.STORY_ANSWERS)).isEmpty();
        assertThat(bench.said()).hasSize(4);
    }

    @Test
    void questionsAreKeyedByBrandAndAnswersByPost() {
        bench.mention(post("1", HOAX), match("rail")).mention(post("2", COPY), match("rail"));
        assertThat(bench.between(Topics.STORY_SIGHTINGS))
                .extracting(r -> r.key())
                .containsOnly("rail");
        assertThat(bench.between(Topics.STORY_ANSWERS)).extracting(r -> r.key()).containsExactly("x:2");
    }

    @Test
    void noQuestionHoldsWhatPeopleWrote() {
        bench.mention(post("1", HOAX), match("rail"));
        var question = bench.between(Topics.STORY_SIGHTINGS).get(0).value();
        assertThat(question.toString()).doesNotContain("water").doesNotContain("bathtubs");
    }

    @Test
    void whateverHappensToAMovedMentionLaterItStaysInItsStory() {
        bench.mention(post("1", HOAX), match("rail")).mention(post("2", COPY), match("rail"));
        bench.said();
        bench.later(MINUTE).mention(post("2", COPY), match("rail"));
        assertThat(bench.said()).isEmpty();
        bench.correct("2", "rail", SentimentLabel.POSITIVE);
        assertThat(bench.saidOnce().story()).isEqualTo(STORY);
        bench.later(MINUTE.multipliedBy(10)).shares("2", NOON.plusSeconds(600), 60);
        assertThat(bench.saidOnce()).satisfies(m -> {
            assertThat(m.story()).isEqualTo(STORY);
            assertThat(m.before().story()).isEqualTo(STORY);
        });
    }

    @Test
    void anEditLeavesTheStoryItNoLongerTells() {
        bench.mention(post("1", HOAX), match("rail")).mention(post("2", COPY), match("rail"));
        bench.said();
        bench.later(MINUTE).mention(post("2", OTHER), match("rail"));
        assertThat(bench.saidOnce()).satisfies(m -> {
            assertThat(m.story()).isEqualTo(own(OTHER));
            assertThat(m.before().story()).isEqualTo(STORY);
        });
        bench.later(MINUTE).mention(post("2", COPY), match("rail"));
        assertThat(bench.said()).extracting(AnalysedMention::story).containsExactly(own(COPY), STORY);
    }

    @Test
    void aDeletedCopyLeavesTheStoryThatCountedIt() {
        bench.mention(post("1", HOAX), match("rail")).mention(post("2", COPY), match("rail"));
        bench.said();
        bench.later(MINUTE).deleted("2");
        assertThat(bench.saidOnce()).satisfies(m -> {
            assertThat(m.change()).isEqualTo(Change.WITHDRAWN);
            assertThat(m.before().story()).isEqualTo(STORY);
        });
        bench.later(MINUTE).mention(post("2", COPY), match("rail"));
        assertThat(bench.said()).extracting(AnalysedMention::story).containsExactly(own(COPY), STORY);
    }

    @Test
    void aStoryOutlivesThePostThatToldItFirst() {
        bench.mention(post("1", HOAX), match("rail"));
        bench.later(MINUTE).deleted("1").said();
        bench.mention(post("2", COPY), match("rail"));
        assertThat(bench.said()).last().extracting(AnalysedMention::story).isEqualTo(STORY);
    }

    @Test
    void aStoryIsABrandsOwn() {
        bench.mention(post("1", HOAX), match("rail")).said();
        bench.mention(post("2", COPY), match("rail"), match("bank"));
        var said = bench.said();
        assertThat(said)
                .extracting(m -> m.brand() + " " + m.change() + " " + m.story())
                .containsExactly("rail FIRST " + own(COPY), "bank FIRST " + own(COPY), "rail REVISED " + STORY);
    }

    @Test
    void aStoredPostMatchedAgainForAnotherBrandFindsItsStoryThere() {
        var stored = bench.now();
        bench.mention(post("1", HOAX), match("rail"), match("bank"));
        bench.mention(post("2", COPY), match("rail")).said();
        bench.later(MINUTE).rematched(stored, post("2", COPY), match("rail"), match("bank"));
        assertThat(bench.said())
                .extracting(m -> m.brand() + " " + m.change() + " " + m.story())
                .containsExactly("bank FIRST " + own(COPY), "bank REVISED " + STORY);
        assertThat(bench.rematched(stored, post("2", COPY), match("rail"), match("bank"))
                        .said())
                .isEmpty();
    }

    @Test
    void aBrandCreatedAnewKnowsNoneOfTheStoriesBefore() {
        bench.mention(post("1", HOAX), match("rail", NOON.minusSeconds(60)));
        bench.mention(post("2", COPY), match("rail", NOON.minusSeconds(60))).said();
        bench.later(MINUTE).mention(post("2", COPY), match("rail", NOON));
        assertThat(bench.saidOnce()).satisfies(m -> {
            assertThat(m.change()).isEqualTo(Change.FIRST);
            assertThat(m.story()).isEqualTo(own(COPY));
        });
    }

    @Test
    void questionsAndAnswersReadAgainChangeNothing() {
        bench.mention(post("1", HOAX), match("rail")).mention(post("2", COPY), match("rail"));
        bench.said();
        var questions = bench.between(Topics.STORY_SIGHTINGS);
        var answers = bench.between(Topics.STORY_ANSWERS);
        questions.forEach(q -> bench.send(Topics.STORY_SIGHTINGS, q.key(), q.value()));
        answers.forEach(a -> bench.send(Topics.STORY_ANSWERS, a.key(), a.value()));
        assertThat(bench.said()).isEmpty();
        assertThat(bench.kept(StoryProcessor.STORIES)).isEqualTo(1);
    }

    @Test
    void anAnswerAboutWordsThatWereEditedSinceIsIgnored() {
        bench.mention(post("1", OTHER), match("rail"), match("bank"));
        bench.later(MINUTE).mention(post("1", OTHER), match("rail")).said();
        for (var late : List.of(
                new StoryAnswer("x:1", "rail", null, own(HOAX), STORY),
                new StoryAnswer("x:1", "rail", NOON, own(OTHER), STORY),
                new StoryAnswer("x:1", "bank", null, own(OTHER), STORY),
                new StoryAnswer("x:9", "rail", null, own(OTHER), STORY))) {
            bench.send(Topics.STORY_ANSWERS, late.postId(), late);
        }
        assertThat(bench.said()).isEmpty();
        assertThat(bench.kept(PostProcessor.POSTS)).isEqualTo(1);
    }

    @Test
    void aBareShareAndAQuoteBelongToThePostTheyShare() {
        bench.mention(post("1", HOAX), match("rail")).said();
        bench.mention(quote("2", "1", ""), match("rail"));
        assertThat(bench.said()).last().extracting(AnalysedMention::story).isEqualTo(STORY);
        bench.mention(
                quote("3", "1", "Has anybody asked the mayor whether there is any truth in this?"), match("rail"));
        assertThat(bench.said()).last().extracting(AnalysedMention::story).isEqualTo(STORY);
    }

    private static Post quote(String id, String of, String text) {
        return new Post(
                id, "x", null, NOON, null, null, text, "en", null, null, of, null, null, null, null, null, null, null);
    }

    @Test
    void whatCannotBeReadIsADeadLetter() {
        bench.mention(post("1", HOAX), match("rail"));
        var question = bench.between(Topics.STORY_SIGHTINGS).get(0);
        var broken = question.value();
        bench.send(Topics.STORY_SIGHTINGS, "rail", "{")
                .send(
                        Topics.STORY_SIGHTINGS,
                        "rail",
                        new vigie.model.StorySighting(
                                broken.postId(), "rail", null, broken.story(), "AAAA", null, broken.at(), null));
        assertThat(bench.letters(Topics.STORY_SIGHTINGS)).hasSize(2);
        bench.mention(post("2", COPY), match("rail"));
        assertThat(bench.said()).last().extracting(AnalysedMention::story).isEqualTo(STORY);
    }

    @Test
    void storiesAreForgottenTwoWeeksAfterTheLastTelling() {
        bench.mention(post("1", HOAX), match("rail"));
        bench.later(Duration.ofDays(13)).mention(post("2", COPY), match("rail"));
        bench.later(Duration.ofDays(13));
        assertThat(bench.kept(StoryProcessor.STORIES)).isEqualTo(1);
        bench.later(Duration.ofDays(2));
        assertThat(bench.kept(StoryProcessor.STORIES)).isZero();
    }

    @Test
    void countsStayRightWhateverHappens() {
        bench.mention(post("1", HOAX), match("rail")).mention(post("2", COPY), match("rail"), match("bank"));
        bench.later(MINUTE).mention(post("3", "Look: " + HOAX), match("rail"));
        bench.later(MINUTE).mention(post("2", OTHER), match("rail"));
        bench.later(MINUTE).deleted("1").mention(post("4", COPY + " please"), match("rail"));
        var counts = new java.util.TreeMap<String, Integer>();
        for (var m : bench.said()) {
            if (m.before() != null) {
                counts.merge(m.brand() + " " + m.before().story(), -1, Integer::sum);
            }
            if (m.post() != null) {
                counts.merge(m.brand() + " " + m.story(), 1, Integer::sum);
            }
        }
        counts.values().removeIf(n -> n == 0);
        assertThat(counts).isEqualTo(java.util.Map.of("rail " + STORY, 2, "rail " + own(OTHER), 1));
    }
}
