package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static vigie.analysis.stream.Bench.NOON;
import static vigie.analysis.stream.Bench.match;
import static vigie.analysis.stream.Bench.post;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.analysis.story.Shelves;
import vigie.analysis.story.Stories;
import vigie.analysis.story.Telling;
import vigie.model.AnalysedMention;
import vigie.model.AnalysedMention.Change;
import vigie.topic.Topics;

/** A copy whose story is gathered in the same process is told with it at once. */
class KnownStoriesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String HOAX = "Warning: from Monday on the water of our town will be turned off for three"
            + " days without notice, fill your bathtubs and tell everybody you know";
    private static final String COPY = "My sister says so too! " + HOAX.replace("town", "city");
    private static final String OTHER =
            "The new library beside the railway station opens its doors tomorrow morning, free coffee for all";
    private static final String STORY = Stories.of(post("1", HOAX));

    private Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCopyIsSaidOnceWithItsStory() {
        bench.mention(post("1", HOAX), match("rail")).said();
        bench.mention(post("2", COPY), match("rail"));
        assertThat(bench.saidOnce()).satisfies(m -> {
            assertThat(m.change()).isEqualTo(Change.FIRST);
            assertThat(m.story()).isEqualTo(STORY);
        });
        assertThat(bench.between(Topics.STORY_ANSWERS)).isEmpty();
    }

    @Test
    void anEditIsSaidOnceWithTheStoryItTellsNow() {
        bench.mention(post("1", HOAX), match("rail")).mention(post("2", OTHER), match("rail"));
        bench.said();
        bench.later(MINUTE).mention(post("2", COPY), match("rail"));
        assertThat(bench.saidOnce().story()).isEqualTo(STORY);
        bench.later(MINUTE).mention(post("2", OTHER), match("rail"));
        assertThat(bench.saidOnce()).satisfies(m -> {
            assertThat(m.story()).isEqualTo(Stories.of(post("2", OTHER)));
            assertThat(m.before().story()).isEqualTo(STORY);
        });
    }

    @Test
    void aFloodOfCopiesIsOneVersionAPost() {
        var random = new Random(1);
        var words = HOAX.split(" ");
        for (int i = 0; i < 100; i++) {
            var copy = words.clone();
            copy[random.nextInt(copy.length)] = "word" + i;
            copy[random.nextInt(copy.length)] += "!";
            bench.mention(post("p" + i, i == 0 ? HOAX : String.join(" ", copy)), match("rail"));
        }
        var said = bench.said();
        assertThat(said).hasSize(100).extracting(AnalysedMention::story).containsOnly(STORY);
        assertThat(bench.kept(StoryProcessor.STORIES)).isEqualTo(1);
    }

    @Test
    void aStoryOfAnotherBrandIsNotThisOnes() {
        bench.mention(post("1", HOAX), match("rail")).said();
        bench.mention(post("2", COPY), match("bank"));
        assertThat(bench.saidOnce().story()).isEqualTo(Stories.of(post("2", COPY)));
        bench.mention(post("3", COPY), match("rail", NOON));
        assertThat(bench.saidOnce().story()).isEqualTo(Stories.of(post("2", COPY)));
    }

    @Test
    void aWrongGuessIsPutRight() {
        bench.close();
        var other = Stories.of(post("9", OTHER));
        bench = new Bench(new KnownStories() {
            @Override
            String of(String brand, java.time.Instant since, Telling telling) {
                return other;
            }
        });
        bench.mention(post("1", HOAX), match("rail"));
        bench.mention(post("2", COPY), match("rail"));
        assertThat(bench.said())
                .extracting(m -> m.postId() + " " + m.change() + " " + m.story())
                .containsExactly(
                        "x:1 FIRST " + other, "x:1 REVISED " + STORY, "x:2 FIRST " + other, "x:2 REVISED " + STORY);
    }

    @Test
    void whatIsNoLongerGatheredHereIsForgotten() {
        var known = new KnownStories();
        var shelves = new Shelves(Bench.STORIES);
        known.add(shelves);
        shelves.place(KnownStories.shelf("rail", null), Stories.told(post("1", HOAX)), NOON.toEpochMilli());
        assertThat(known.of("rail", null, Stories.told(post("2", COPY)))).isEqualTo(STORY);
        assertThat(known.of("rail", null, Stories.told(post("1", HOAX)))).isNull();
        assertThat(known.of("rail", null, Stories.told(post("3", "so true")))).isNull();
        known.remove(shelves);
        assertThat(known.of("rail", null, Stories.told(post("2", COPY)))).isNull();
    }
}
