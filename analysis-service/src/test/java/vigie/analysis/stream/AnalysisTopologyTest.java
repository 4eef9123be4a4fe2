package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vigie.analysis.stream.Bench.NOON;
import static vigie.analysis.stream.Bench.match;
import static vigie.analysis.stream.Bench.matchAt;
import static vigie.analysis.stream.Bench.post;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.model.AnalysedMention;
import vigie.model.AnalysedMention.Change;
import vigie.model.Author;
import vigie.model.EngagementCounts;
import vigie.model.Mention;
import vigie.model.Post;
import vigie.model.PostId;
import vigie.model.Reach;
import vigie.model.SentimentLabel;
import vigie.model.Virality;
import vigie.topic.Topics;

class AnalysisTopologyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String LATE = "the night train is late again #rail";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aNewPostIsAFirstMentionOfEachBrand() {
        bench.mention(post("1", LATE), match("rail"), match("bank"));
        assertThat(bench.said())
                .allSatisfy(m -> {
                    assertThat(m.change()).isEqualTo(Change.FIRST);
                    assertThat(m.revision()).isEqualTo(1);
                    assertThat(m.before()).isNull();
                    assertThat(m.version()).isEqualTo(NOON.toEpochMilli());
                    assertThat(m.eventTime()).isEqualTo(NOON);
                    assertThat(m.mentionId()).isEqualTo(PostId.mention("x:1", m.brand()));
                    assertThat(m.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
                    assertThat(m.lang()).isEqualTo("en");
                    assertThat(m.reach()).isEqualTo(new Reach(10, 100));
                    assertThat(m.queries()).hasSize(1);
                })
                .extracting(AnalysedMention::brand)
                .containsExactly("rail", "bank");
    }

    @Test
    void mentionsAreKeyedByBrand() {
        bench.mention(post("1", LATE), match("rail"), match("bank"));
        assertThat(bench.keys()).containsExactly("rail", "bank");
    }

    @Test
    void theTitleIsJudgedWithTheText() {
        var titled = new Post(
                "1",
                "x",
                null,
                NOON,
                null,
                "Trains late",
                "see inside",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(bench.mention(titled, match("rail")).saidOnce().sentiment().label())
                .isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void whereSeveralBrandsAreNamedEachGetsTheFeelingOfItsOwnClause() {
        var post = post("1", "rail is late again, bank opened a branch");
        bench.mention(post, matchAt("rail", 0, 4), matchAt("bank", 20, 24));
        var said = bench.said();
        assertThat(said)
                .extracting(m -> m.brand() + " " + m.sentiment().label().wire())
                .containsExactly("rail negative", "bank neutral");
        assertThat(said.get(0).wholeText()).isNull();
        assertThat(said.get(1).wholeText().label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void aBrandFollowedLaterChangesWhatIsFeltTowardsTheFirst() {
        var post = post("1", "rail is late again, bank opened a branch");
        assertThat(bench.mention(post, matchAt("bank", 20, 24))
                        .saidOnce()
                        .sentiment()
                        .label())
                .isEqualTo(SentimentLabel.NEGATIVE);
        bench.later(MINUTE).mention(post, matchAt("bank", 20, 24), matchAt("rail", 0, 4));
        assertThat(bench.said())
                .extracting(m -> m.brand() + " " + m.change() + " "
                        + m.sentiment().label().wire())
                .containsExactlyInAnyOrder("bank REVISED neutral", "rail FIRST negative");
    }

    @Test
    void aRepeatedPostIsNotASecondMention() {
        bench.mention(post("1", LATE), match("rail")).said();
        bench.later(MINUTE).mention(post("1", LATE), match("rail"));
        assertThat(bench.said()).isEmpty();
    }

    @Test
    void moreFollowersAndLikesAreNoOtherWords() {
        bench.mention(post("1", LATE), match("rail")).said();
        var p = post("1", LATE);
        var again = new Post(
                p.id(),
                p.platform(),
                p.url(),
                p.publishedAt(),
                NOON.plusSeconds(9),
                null,
                p.text(),
                p.lang(),
                new Author("ana", "ana", "Ana", 1001L, null),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
        assertThat(bench.mention(again, match("rail")).said()).isEmpty();
    }

    @Test
    void anEditRevisesAndSaysWhatWasCounted() {
        var first = bench.mention(post("1", LATE), match("rail")).saidOnce();
        var edit = bench.later(MINUTE)
                .mention(post("1", "the night train was on time after all"), match("rail"))
                .saidOnce();
        assertThat(edit.change()).isEqualTo(Change.REVISED);
        assertThat(edit.revision()).isEqualTo(2);
        assertThat(edit.version()).isGreaterThan(first.version());
        assertThat(edit.sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
        assertThat(edit.before())
                .isEqualTo(new AnalysedMention.Before(
                        SentimentLabel.NEGATIVE, first.reach(), first.story(), List.of("rail")));
        assertThat(edit.story()).isNotEqualTo(first.story());
    }

    @Test
    void anEditedDateDoesNotMoveTheMentionInTime() {
        bench.mention(post("1", LATE), match("rail")).said();
        var p = post("1", LATE);
        var moved = new Post(
                p.id(),
                p.platform(),
                p.url(),
                NOON.minusSeconds(86_400),
                null,
                null,
                p.text(),
                p.lang(),
                p.author(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
        assertThat(bench.mention(moved, match("rail")).saidOnce().eventTime()).isEqualTo(NOON);
    }

    @Test
    void aBrandNoLongerMatchedIsWithdrawnAndOnlyThat() {
        bench.mention(post("1", LATE), match("rail"), match("bank")).said();
        var withdrawn = bench.mention(post("1", LATE), match("rail")).saidOnce();
        assertThat(withdrawn.brand()).isEqualTo("bank");
        assertThat(withdrawn.change()).isEqualTo(Change.WITHDRAWN);
        assertThat(withdrawn.post()).isNull();
        assertThat(withdrawn.before()).isNotNull();
        assertThat(withdrawn.revision()).isEqualTo(2);
    }

    @Test
    void aDeletedPostIsWithdrawnForAllAndItsWordsForgotten() {
        bench.mention(post("1", LATE), match("rail"), match("bank")).said();
        bench.later(MINUTE).gone("1");
        assertThat(bench.said()).hasSize(2).allSatisfy(m -> {
            assertThat(m.change()).isEqualTo(Change.WITHDRAWN);
            assertThat(m.before().label()).isEqualTo(SentimentLabel.NEGATIVE);
            assertThat(m.post()).isNull();
            assertThat(m.queries()).isEmpty();
        });
        assertThat(bench.kept(PostProcessor.WORDS)).isZero();
        assertThat(bench.gone("1").said()).isEmpty();
    }

    @Test
    void aDeletionOfWhatWasNeverMentionedLeavesNothing() {
        assertThat(bench.gone("1").said()).isEmpty();
        assertThat(bench.kept(PostProcessor.POSTS)).isZero();
    }

    @Test
    void whatWasDeletedAndPublishedAgainIsCountedAgainOnce() {
        bench.mention(post("1", LATE), match("rail"));
        bench.later(MINUTE).gone("1");
        bench.later(MINUTE).mention(post("1", LATE), match("rail"));
        bench.later(MINUTE).mention(post("1", LATE), match("rail"));
        var said = bench.said();
        assertThat(said)
                .extracting(AnalysedMention::change)
                .containsExactly(Change.FIRST, Change.WITHDRAWN, Change.FIRST);
        assertThat(said).extracting(AnalysedMention::revision).containsExactly(1L, 2L, 3L);
        assertThat(said.get(2).before()).isNull();
        assertThat(sum(said)).isEqualTo(1);
    }

    @Test
    void aStoredPostMatchedAgainAddsAndTakesAwayWhatTheQueriesNowSay() {
        var stored = bench.now();
        bench.mention(post("1", LATE), match("rail")).said();
        bench.later(MINUTE).rematched(stored, post("1", LATE), match("rail"), match("bank"));
        var added = bench.saidOnce();
        assertThat(added.brand()).isEqualTo("bank");
        assertThat(added.change()).isEqualTo(Change.FIRST);
        assertThat(added.eventTime()).isEqualTo(NOON);
        bench.later(MINUTE).rematched(stored, post("1", LATE), match("bank"));
        assertThat(bench.saidOnce().change()).isEqualTo(Change.WITHDRAWN);
        assertThat(bench.rematched(stored, post("1", LATE), match("bank")).said())
                .isEmpty();
        bench.later(MINUTE).rematched(stored, post("1", LATE));
        assertThat(bench.saidOnce().change()).isEqualTo(Change.WITHDRAWN);
        assertThat(bench.later(MINUTE)
                        .rematched(stored, post("1", LATE), match("rail"))
                        .saidOnce()
                        .change())
                .isEqualTo(Change.FIRST);
    }

    @Test
    void aStoredPostMatchedAgainForOneBrandLeavesTheOthersHistoryAlone() {
        var stored = bench.now();
        bench.mention(post("1", LATE), match("rail"), match("bank")).said();
        assertThat(bench.later(MINUTE)
                        .rematchedWith("rail", stored, post("1", LATE))
                        .saidOnce())
                .satisfies(gone -> assertThat(gone.brand()).isEqualTo("rail"))
                .satisfies(gone -> assertThat(gone.change()).isEqualTo(Change.WITHDRAWN));
        assertThat(bench.rematchedWith("port", stored, post("1", LATE)).said()).isEmpty();
        assertThat(bench.rematchedWith("port", stored, post("1", LATE), match("port"))
                        .saidOnce()
                        .brand())
                .isEqualTo("port");
        bench.rematchedWith("bank", stored, post("1", LATE));
        assertThat(bench.saidOnce().brand()).isEqualTo("bank");
        bench.rematchedWith("port", stored, post("1", LATE));
        assertThat(bench.saidOnce().change()).isEqualTo(Change.WITHDRAWN);
        assertThat(bench.gone("1").said()).isEmpty();
    }

    @Test
    void aPostNeverMentionedBecomesOneWhenMatchedAgain() {
        var stored = bench.now();
        bench.later(MINUTE).rematched(stored, post("1", LATE), match("rail"));
        assertThat(bench.saidOnce().change()).isEqualTo(Change.FIRST);
    }

    @Test
    void aStoredPostDoesNotUndoTheEditThatCameSince() {
        var stored = bench.now();
        bench.mention(post("1", LATE), match("rail"));
        bench.later(MINUTE).mention(post("1", "edited"), match("rail")).said();
        assertThat(bench.later(MINUTE)
                        .rematched(stored, post("1", LATE), match("rail"), match("bank"))
                        .said())
                .isEmpty();
    }

    @Test
    void aStoredPostDoesNotBringBackOneDeletedSince() {
        var stored = bench.now();
        bench.later(MINUTE).deleted("1");
        bench.mention(post("2", LATE), match("rail"));
        bench.later(MINUTE).deleted("2").said();
        bench.later(MINUTE).rematched(stored, post("1", LATE), match("rail"));
        bench.rematched(stored, post("2", LATE), match("rail"));
        assertThat(bench.said()).isEmpty();
        assertThat(bench.mention(post("1", LATE), match("rail")).saidOnce().change())
                .isEqualTo(Change.FIRST);
    }

    @Test
    void aBrandCreatedAnewStartsFromNothing() {
        bench.mention(post("1", LATE), match("rail", NOON.minusSeconds(60))).said();
        bench.correct("1", "rail", SentimentLabel.POSITIVE).said();
        var again = bench.mention(post("1", LATE), match("rail", NOON)).saidOnce();
        assertThat(again.change()).isEqualTo(Change.FIRST);
        assertThat(again.brandSince()).isEqualTo(NOON);
        assertThat(again.before()).isNull();
        assertThat(again.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void anotherQueryThatMatchesIsARevision() {
        bench.mention(post("1", LATE), match("rail")).said();
        var other = new vigie.model.BrandMatch("rail", null, List.of(new vigie.model.QueryMatch("delays", List.of())));
        var revised = bench.mention(post("1", LATE), other).saidOnce();
        assertThat(revised.change()).isEqualTo(Change.REVISED);
        assertThat(revised.queries().get(0).query()).isEqualTo("delays");
    }

    @Test
    void aCorrectedLabelStaysThroughLaterEdits() {
        bench.mention(post("1", LATE), match("rail"), match("bank")).said();
        var corrected = bench.later(MINUTE)
                .correct("1", "rail", SentimentLabel.POSITIVE)
                .saidOnce();
        assertThat(corrected.change()).isEqualTo(Change.REVISED);
        assertThat(corrected.brand()).isEqualTo("rail");
        assertThat(corrected.sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(corrected.before().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(corrected.version()).isEqualTo(bench.now().toEpochMilli());
        bench.correct("1", "rail", SentimentLabel.POSITIVE);
        assertThat(bench.said()).isEmpty();
        bench.later(MINUTE).mention(post("1", "so late, I am furious"), match("rail"), match("bank"));
        assertThat(bench.said())
                .extracting(m -> m.brand() + " " + m.sentiment().label())
                .containsExactly("rail POSITIVE", "bank NEGATIVE");
    }

    @Test
    void aCorrectionOfAnUnknownMentionIsADeadLetter() {
        bench.correct("1", "rail", SentimentLabel.POSITIVE);
        assertThat(bench.letters(Topics.CORRECTIONS)).hasSize(1);
        assertThat(bench.kept(PostProcessor.POSTS)).isZero();
    }

    @Test
    void movingCountersReviseAtMostOnceAMinute() {
        bench.mention(post("1", LATE), match("rail")).said();
        assertThat(bench.shares("1", NOON.plusSeconds(30), 40).said()).isEmpty();
        bench.later(MINUTE.multipliedBy(10)).said();
        var revised = bench.shares("1", NOON.plusSeconds(600), 60).saidOnce();
        assertThat(revised.change()).isEqualTo(Change.REVISED);
        assertThat(revised.virality().score()).isGreaterThan(30);
        assertThat(revised.post().engagement().shares()).isEqualTo(60);
        assertThat(revised.before().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(bench.shares("1", NOON.plusSeconds(630), 200).said()).isEmpty();
        assertThat(bench.shares("1", NOON.plusSeconds(660), 201).said()).hasSize(1);
    }

    @Test
    void polledCountersGiveTheSameScoreAsTheFormula() {
        bench.mention(post("1", LATE), match("rail")).said();
        bench.later(Duration.ofHours(2));
        bench.shares("1", NOON.plusSeconds(600), 12);
        assertThat(bench.saidOnce().virality().score()).isCloseTo(37.604, within(5e-4));
        bench.shares("1", NOON.plusSeconds(1200), 40).shares("1", NOON.plusSeconds(1800), 95);
        var said = bench.said();
        // platform x: kappa 1, otherwise as everywhere
        assertThat(said.get(said.size() - 1).virality().score()).isCloseTo(64.827, within(5e-4));
        assertThat(said.get(said.size() - 1).virality().further()).isCloseTo(242.384 / 1.5, within(5e-4));
    }

    @Test
    void aMentionTellsHowItsCountersMovedFromTheSecondLookOn() {
        var begun = post("1", LATE).withEngagement(new EngagementCounts(10L, 0L, null, null));
        var first =
                bench.later(MINUTE).mention(begun, match("rail"), match("bank")).said();
        assertThat(first)
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.virality().history()).isEmpty());
        bench.later(Duration.ofHours(1)).said();
        bench.shares("1", NOON.plusSeconds(600), 12).shares("1", NOON.plusSeconds(1200), 40);
        assertThat(bench.said())
                .hasSize(4)
                .last()
                .satisfies(m -> assertThat(m.virality().history())
                        .containsExactly(
                                new Virality.Look(NOON.plusSeconds(60), 2),
                                new Virality.Look(NOON.plusSeconds(600), 14),
                                new Virality.Look(NOON.plusSeconds(1200), 42)));
    }

    @Test
    void theSameLooksTellTheSameCourseHoweverTheyArrive() {
        var live = new Bench();
        live.mention(post("1", LATE), match("rail")).said();
        for (int i = 1; i <= 12; i++) {
            live.later(MINUTE.multipliedBy(10)).shares("1", live.now(), shares(i));
        }
        var said = live.said();
        var told = said.get(said.size() - 1).virality().history();
        assertThat(told).hasSize(12);

        bench.later(Duration.ofHours(3));
        for (int i = 1; i <= 12; i++) {
            bench.shares("1", NOON.plusSeconds(600L * i), shares(i));
        }
        bench.mention(post("1", LATE), match("rail"));
        assertThat(bench.saidOnce().virality().history()).isEqualTo(told);
        live.close();
    }

    /** A course whose last look moves the score so much that it is told. */
    private static int shares(int look) {
        return look == 12 ? 1_000 : look;
    }

    @Test
    void aCourseAloneIsNoReasonToTellAMentionAgain() {
        bench.mention(post("1", LATE), match("rail"));
        bench.later(Duration.ofHours(1)).shares("1", NOON.plusSeconds(600), 100).said();
        for (int i = 1; i <= 20; i++) {
            bench.shares("1", NOON.plusSeconds(600 + i), 100 + i % 2);
        }
        assertThat(bench.said()).isEmpty();
        var corrected = bench.correct("1", "rail", SentimentLabel.POSITIVE).saidOnce();
        assertThat(corrected.virality().history())
                .hasSize(16)
                .startsWith(new Virality.Look(NOON.plusSeconds(600), 100))
                .endsWith(new Virality.Look(NOON.plusSeconds(620), 100));
    }

    @Test
    void countersSeenBeforeThePostAreKeptForIt() {
        bench.later(Duration.ofMinutes(30));
        bench.shares("1", NOON.plusSeconds(1200), 40).shares("1", NOON.plusSeconds(600), 12);
        bench.shares("1", NOON.plusSeconds(1800), 95);
        assertThat(bench.said()).isEmpty();
        var first = bench.mention(post("1", LATE), match("rail")).saidOnce();
        assertThat(first.virality().score()).isCloseTo(64.827, within(5e-4));
        assertThat(first.post().engagement().shares()).isEqualTo(95);
    }

    @Test
    void anOlderLookAtTheCountersChangesNothing() {
        bench.later(Duration.ofHours(1)).mention(post("1", LATE), match("rail"));
        bench.shares("1", NOON.plusSeconds(1800), 95).said();
        assertThat(bench.shares("1", NOON.plusSeconds(600), 12).said()).isEmpty();
        var next = bench.shares("1", NOON.plusSeconds(1900), 200).saidOnce();
        assertThat(next.post().engagement().shares()).isEqualTo(200);
    }

    @Test
    void countersInsideThePostCount() {
        var likes = new EngagementCounts(1000L, 200L, null, null);
        bench.later(Duration.ofMinutes(10));
        var first = bench.mention(post("1", LATE).withEngagement(likes), match("rail"))
                .saidOnce();
        assertThat(first.virality().score()).isGreaterThan(80);
        assertThat(first.post().engagement()).isEqualTo(likes);
    }

    @Test
    void theHistoryOfAPostTakenInLateReplacesWhatItBrought() {
        bench.later(Duration.ofHours(48));
        bench.mention(post("1", LATE).withEngagement(new EngagementCounts(null, 270L, null, null)), match("rail"));
        assertThat(bench.saidOnce().virality().score()).isLessThan(15);
        bench.shares("1", NOON.plusSeconds(600), 12);
        var replaced = bench.saidOnce().virality();
        assertThat(replaced.score()).isCloseTo(37.604, within(5e-4));
        assertThat(replaced.history()).isEmpty();
    }

    @Test
    void aMissingCounterIsNotLikesTakenBack() {
        bench.mention(post("1", LATE).withEngagement(new EngagementCounts(50L, 10L, null, null)), match("rail"));
        bench.later(MINUTE.multipliedBy(5)).shares("1", NOON.plusSeconds(240), 60);
        var said = bench.said();
        assertThat(said.get(said.size() - 1).post().engagement()).isEqualTo(new EngagementCounts(50L, 60L, null, null));
    }

    @Test
    void aScoreFallsWhenNothingHappensAndReadersAreTold() {
        bench.mention(post("1", LATE), match("rail"));
        bench.later(MINUTE.multipliedBy(10)).shares("1", bench.now(), 500).said();
        bench.later(Duration.ofHours(3));
        var said = bench.said();
        assertThat(said).isNotEmpty().allSatisfy(m -> assertThat(m.change()).isEqualTo(Change.REVISED));
        assertThat(said.get(said.size() - 1).virality().score()).isLessThan(10);
    }

    @Test
    void theAgeOfPostsTakenInLateIsNotTakenForTheTimeBetweenTwoLooks() {
        bench.later(Duration.ofHours(48));
        for (var id : List.of("1", "2", "3")) {
            var shared = post(id, LATE).withEngagement(new EngagementCounts(null, 2_700L, null, null));
            bench.mention(shared, match("rail"));
        }
        bench.later(MINUTE.multipliedBy(10)).shares("1", bench.now(), 3_200).said();
        bench.later(Duration.ofHours(3));
        assertThat(bench.said())
                .isNotEmpty()
                .last()
                .satisfies(m -> assertThat(m.virality().score()).isLessThan(10));
    }

    @Test
    void dedupLastsAsLongAsTheTopicsKeepWhatCanBeReadAgain() {
        bench.mention(post("1", LATE), match("rail")).said();
        bench.later(Duration.ofDays(29)).mention(post("1", LATE), match("rail"));
        bench.later(Duration.ofDays(29)).mention(post("1", LATE), match("rail"));
        assertThat(bench.said()).isEmpty();
        bench.later(Duration.ofDays(31));
        assertThat(bench.kept(PostProcessor.POSTS)).isZero();
        assertThat(bench.kept(PostProcessor.WORDS)).isZero();
    }

    @Test
    void thePaceIsForgottenAWeekAfterTheLastArrival() {
        bench.shares("unmatched", NOON, 5);
        bench.mention(post("1", LATE), match("rail")).said();
        bench.later(Duration.ofDays(6)).shares("1", bench.now(), 5);
        assertThat(bench.kept(PostProcessor.POSTS)).isEqualTo(2);
        bench.later(Duration.ofDays(2)).later(MINUTE);
        assertThat(bench.kept(PostProcessor.POSTS)).isEqualTo(1);
        bench.later(Duration.ofDays(6)).later(MINUTE).said();
        var likely = bench.shares("1", bench.now(), 400).saidOnce();
        assertThat(likely.virality().score()).isLessThan(10);
        assertThat(likely.post().engagement().shares()).isEqualTo(400);
    }

    @Test
    void anOlderVersionPutBackIsIgnored() {
        bench.mention(post("1", LATE), match("rail"));
        bench.later(MINUTE).mention(post("1", "on time"), match("rail")).said();
        assertThat(bench.mentionCausedAt(NOON, post("1", LATE), match("rail")).said())
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndTheStreamGoesOn() {
        bench.send(Topics.MENTIONS, "x:1", "{\"postId\": 7,").send(Topics.ENGAGEMENTS, "x:1", "[]");
        bench.mention(post("2", LATE), match("rail"));
        assertThat(bench.said()).hasSize(1);
        var letter = bench.letters(Topics.MENTIONS).get(0);
        assertThat(new String(letter.value(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"postId\": 7,");
        assertThat(reason(letter)).startsWith("not a Mention");
        assertThat(bench.letters(Topics.ENGAGEMENTS)).hasSize(1);
    }

    @Test
    void whatCannotBeJudgedIsADeadLetterThatDoesNotQuoteIt() {
        bench.mention(post("1", "this is unbearable"), match("rail"));
        bench.mention(post("2", LATE), match("rail"));
        assertThat(bench.said()).hasSize(1);
        assertThat(reason(bench.letters(Topics.MENTIONS).get(0))).isEqualTo("IllegalStateException");
        assertThat(bench.kept(PostProcessor.POSTS)).isEqualTo(1);
    }

    @Test
    void brandsWithoutTheirPostAreADeadLetter() {
        bench.send(Topics.MENTIONS, "x:1", new Mention("x:1", null, List.of(match("rail")), NOON, NOON));
        assertThat(bench.letters(Topics.MENTIONS)).hasSize(1);
    }

    @Test
    void countsStayRightWhateverHappens() {
        bench.mention(post("1", LATE), match("rail"), match("bank"));
        bench.mention(post("2", "on time"), match("rail"));
        bench.mention(post("1", "on time"), match("bank"));
        bench.correct("2", "rail", SentimentLabel.POSITIVE);
        bench.later(MINUTE).gone("2").mention(post("2", "late late"), match("rail", NOON));
        bench.mention(post("1", "fine"), match("rail"), match("bank"));
        var said = bench.said();
        assertThat(sum(said)).isEqualTo(3);
        assertThat(negatives(said)).isEqualTo(1);
    }

    private static String reason(org.apache.kafka.streams.test.TestRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("vigie-reason").value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What a counter that adds differences arrives at. */
    private static long sum(List<AnalysedMention> said) {
        return said.stream()
                .mapToLong(m -> (m.post() == null ? 0 : 1) - (m.before() == null ? 0 : 1))
                .sum();
    }

    private static long negatives(List<AnalysedMention> said) {
        var now = said.stream()
                .filter(m -> m.post() != null)
                .map(m -> m.sentiment().label());
        var before = said.stream().flatMap(m -> Stream.ofNullable(m.before())).map(b -> b.label());
        return now.filter(SentimentLabel.NEGATIVE::equals).count()
                - before.filter(SentimentLabel.NEGATIVE::equals).count();
    }
}
