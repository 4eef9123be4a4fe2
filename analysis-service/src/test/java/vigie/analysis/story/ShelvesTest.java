package vigie.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.analysis.story.Shelves.Limits;
import vigie.analysis.story.Shelves.Shelved;
import vigie.model.Post;

class ShelvesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAYS = Duration.ofDays(14);
    private static final String HOAX = "Warning: from Monday on the water of our town will be turned off for three"
            + " days without notice, fill your bathtubs and tell everybody you know";

    private final Shelves shelves = new Shelves(new Limits(1_000, 2_000, DAYS));

    private static Post post(String id, String text) {
        return Post.of("x", id, NOON, text);
    }

    private static Telling at(Instant time, String id, String text) {
        return Stories.told(Post.of("x", id, time, text));
    }

    private static Telling quote(String id, String of, String text) {
        return Stories.told(new Post(
                id, "x", null, NOON, null, null, text, null, null, null, of, null, null, null, null, null, null, null));
    }

    private String place(Telling telling) {
        return shelves.place("acme", telling, telling.at().toEpochMilli()).story();
    }

    private String place(String id, String text) {
        return place(Stories.told(post(id, text)));
    }

    @Test
    void aCopyWithOtherWordsJoinsTheStoryOfTheFirst() {
        var first = place("1", HOAX);
        assertThat(first).isEqualTo(Stories.of(post("1", HOAX)));
        assertThat(place("2", HOAX.replace("town", "city").replace("tell", "warn")))
                .isEqualTo(first);
        assertThat(place("3", "My sister says it is true! " + HOAX)).isEqualTo(first);
        assertThat(place("4", HOAX.substring(0, 100))).isEqualTo(first);
    }

    @Test
    void aDenialInOtherWordsIsAnotherStory() {
        assertThat(place("1", HOAX))
                .isNotEqualTo(place(
                        "2", "No, the town hall did not say that the water will be turned off next Monday, relax"));
    }

    @Test
    void brandsDoNotShareStories() {
        place("1", HOAX);
        var copy = Stories.told(post("2", HOAX.replace("town", "city")));
        assertThat(shelves.place("other", copy, 0).story()).isEqualTo(copy.story());
    }

    @Test
    void smallDifferencesDoNotTieUnlikeTextsTogether() {
        var words =
                new ArrayList<>(List.of(HOAX.toLowerCase(java.util.Locale.ROOT).split(" ")));
        var first = place("0", String.join(" ", words));
        var last = first;
        for (int i = 0; i < words.size(); i++) {
            words.set(i, "other" + i);
            last = place("x" + i, String.join(" ", words));
        }
        assertThat(last).isNotEqualTo(first);
    }

    @Test
    void aDigestDoesNotMakeOneStoryOfAllItQuotes() {
        var news = new Newsroom(new Random(1));
        var articles = List.of(news.text(0, 6), news.text(0, 6), news.text(0, 6), news.text(0, 6));
        place("digest", String.join("\n", articles));
        assertThat(articles.stream().map(article -> place(article, article)).distinct())
                .hasSize(4);
    }

    @Test
    void aTextInAScriptWithoutSpacesIsRecognisedToo() {
        var text = "明日から三日間、町の水道が予告なしに止まります。お風呂に水を貯めて、皆さんに知らせてください。";
        var first = place("1", text);
        assertThat(place("2", "本当ですか？" + text.replace("皆さん", "友達"))).isEqualTo(first);
        assertThat(place("3", "昨日から新しい駅前の図書館が開きました。子供たちは本を借りて、とても喜んでいました。")).isNotEqualTo(first);
    }

    @Test
    void quotesOfAPostAreItsStoryWhateverTheySay() {
        var first = place("1", HOAX);
        assertThat(place(quote("2", "1", "Has anybody asked the mayor whether there is any truth in this?")))
                .isEqualTo(first);
        assertThat(place(quote("3", "1", ""))).isEqualTo(first);
    }

    @Test
    void quotesThatArriveBeforeThePostAreOneStoryWithIt() {
        var first = place(quote("2", "1", "Has anybody asked the mayor whether there is any truth in this?"));
        assertThat(place(quote("3", "1", "I will believe it when I see it in the newspaper, not before that")))
                .isEqualTo(first);
        assertThat(place("1", HOAX)).isEqualTo(first);
        assertThat(place(quote("4", "9", "I will believe it when you show me a letter from them, my dear friend")))
                .isNotEqualTo(first);
    }

    @Test
    void aTellingTwiceIsWhereItWas() {
        place("1", HOAX);
        var copy = Stories.told(post("2", HOAX.replace("town", "city")));
        assertThat(place(copy)).isEqualTo(place(copy));
        assertThat(shelves.size()).isEqualTo(1);
    }

    @Test
    void whatIsSaidAgainMuchLaterIsAnotherStory() {
        var first = place("1", HOAX);
        assertThat(place(at(NOON.plus(DAYS).minusSeconds(1), "2", "Again: " + HOAX)))
                .isEqualTo(first);
        assertThat(place(at(NOON.plus(DAYS).plus(DAYS).minusSeconds(2), "3", "Still: " + HOAX)))
                .isEqualTo(first);
        assertThat(place(at(NOON.minus(DAYS).minusSeconds(1), "4", "Once: " + HOAX)))
                .isNotEqualTo(first);
        assertThat(place(at(NOON.plus(DAYS.multipliedBy(4)), "5", "Now: " + HOAX)))
                .isNotEqualTo(first);
    }

    @Test
    void theStoryToldLongestAgoLeavesFirst() {
        var small = new Shelves(new Limits(3, 100, DAYS));
        var news = new Newsroom(new Random(2));
        var first = news.sentence(0);
        small.place("acme", at(NOON, "1", first), 1);
        var second = small.place("acme", at(NOON, "2", news.sentence(0)), 2);
        small.place("acme", at(NOON, "3", news.sentence(1)), 3);
        small.place("acme", at(NOON, "4", first), 4);
        var gone = small.place("acme", at(NOON, "5", news.sentence(1)), 5).gone();
        assertThat(gone).singleElement().satisfies(kept -> {
            assertThat(kept.brand()).isEqualTo("acme");
            assertThat(kept.leader()).isEqualTo(second.changed());
        });
        assertThat(small.size()).isEqualTo(3);
    }

    @Test
    void allBrandsTogetherAreBoundedAndTheOneWithTheMostGivesUp() {
        var small = new Shelves(new Limits(1_000, 100, DAYS));
        var news = new Newsroom(new Random(3));
        small.place("quiet", at(NOON, "q", HOAX), 0);
        var gone = new ArrayList<Shelved>();
        for (int i = 0; i < 1_000; i++) {
            gone.addAll(small.place("loud", at(NOON, "" + i, news.text(i % 2, 2)), i)
                    .gone());
            assertThat(small.size()).isLessThanOrEqualTo(100);
        }
        assertThat(gone)
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(kept.brand()).isEqualTo("loud"));
        var copy = at(NOON, "q2", HOAX + " please");
        assertThat(small.place("quiet", copy, 0).story()).isNotEqualTo(copy.story());
    }

    @Test
    void storiesEndSomeTimeAfterTheLastTelling() {
        place("1", HOAX);
        assertThat(shelves.forget(NOON.plus(DAYS).minusMillis(1).toEpochMilli()))
                .isEmpty();
        place(at(NOON.plus(Duration.ofDays(5)), "2", HOAX));
        assertThat(shelves.forget(NOON.plus(DAYS).toEpochMilli())).isEmpty();
        assertThat(shelves.forget(NOON.plus(DAYS).plus(Duration.ofDays(5)).toEpochMilli()))
                .hasSize(1);
        assertThat(shelves.size()).isZero();
    }

    @Test
    void aRestartKnowsWhatWasKnownBefore() {
        var news = new Newsroom(new Random(4));
        var kept = new ArrayList<Shelved>();
        var texts = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            texts.add(news.text(i % 2, 1 + i % 5));
            var changed =
                    shelves.place("acme", at(NOON, "" + i, texts.get(i)), i).changed();
            if (changed != null) {
                kept.add(new Shelved("acme", Leader.of(changed.bytes())));
            }
        }
        java.util.Collections.shuffle(kept, new Random(5));
        var restarted = new Shelves(new Limits(1_000, 2_000, DAYS));
        restarted.restore(kept);
        assertThat(restarted.size()).isEqualTo(shelves.size());
        for (int i = 0; i < texts.size(); i++) {
            var copy = at(NOON, "copy" + i, "Look at this: " + texts.get(i));
            assertThat(restarted.place("acme", copy, 1_000).story())
                    .isEqualTo(shelves.place("acme", copy, 1_000).story());
        }
    }

    @Test
    void aSketchIsReadBackAsItWasAndHoldsNoText() {
        var sketch = Objects.requireNonNull(Stories.told(post("1", HOAX)).sketch());
        var read = Sketch.of(sketch.bytes());
        assertThat(read.bytes()).isEqualTo(sketch.bytes());
        assertThat(Likeness.of(sketch, read)).isEqualTo(sketch.shingles().size());
        assertThat(new String(sketch.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("water");
        assertThatThrownBy(() -> Sketch.of(new byte[] {0, 9, 0, 9, 0, 9, 9, 9, 9}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hugeTextsAreBounded() {
        var news = new Newsroom(new Random(6));
        var huge = Objects.requireNonNull(
                Stories.told(post("1", news.text(0, 20_000))).sketch());
        assertThat(huge.bytes().length).isLessThan(1_000);
    }

    /** What the settings say of memory: articles take the most, since a sketch holds no more of a longer text. */
    @Test
    void aStoryTakesTwoKilobytesAtMostAndNoMoreThanSoManyAreKept() {
        var most = 8_000;
        var full = new Shelves(new Limits(most, most, DAYS));
        var news = new Newsroom(new Random(9));
        var before = heap();
        for (int i = 0; i < most + 500; i++) {
            full.place("acme", at(NOON, "" + i, news.text(i % 2, 20)), i);
        }
        assertThat(full.size()).isBetween(most / 2, most);
        assertThat((heap() - before) / full.size()).isLessThan(2_200);
        assertThat(full.size()).as("still held while it was weighed").isPositive();
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aPhraseThatEverybodyUsesDoesNotSlowDownTheSearch() {
        for (int i = 0; i < 1_500; i++) {
            place(
                    "" + i,
                    "alert number " + i * 7919 + " issued today by the weather office for the northern coast near "
                            + i);
        }
        assertThat(shelves.size()).isLessThanOrEqualTo(1_000);
    }
}
