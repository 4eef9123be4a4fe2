package vigie.analysis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vigie.analysis.stream.Bench.match;
import static vigie.analysis.stream.Bench.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vigie.model.AnalysedMention;
import vigie.model.AnalysedMention.Change;
import vigie.model.BrandSentiment;
import vigie.model.SentimentLabel;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;
import vigie.topic.Topics;

/** What is usual for a brand is learnt from its mentions and from people's corrections, and reaches what was said before. */
class BrandTopologyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String LATE = "the night train is late again";
    private static final String FINE = "the night train has a restaurant";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatIsUsualIsLearntFromTheMentionsAlone() {
        said(0, 60, LATE);
        var learnt = learnt();
        assertThat(learnt.version()).isEqualTo(1);
        assertThat(learnt.learnt().mentions()).isCloseTo(60, within(1e-3));
        assertThat(learnt.applied().shares().negative()).isGreaterThan(0.9);
        assertThat(learnt.applied().strength()).isEqualTo(0.5);
    }

    @Test
    void tooFewMentionsTeachNothing() {
        said(0, 49, LATE);
        bench.later(SECOND);
        assertThat(bench.learn()).isEmpty();
    }

    @Test
    void sumsAreToldOnceASecondAndNotWithEachMention() {
        said(0, 60, LATE);
        bench.later(SECOND);
        assertThat(bench.between(Topics.BRAND_MOODS)).hasSize(1);
        bench.later(SECOND);
        assertThat(bench.between(Topics.BRAND_MOODS)).isEmpty();
    }

    @Test
    void storedMentionsAreReadAgainAndNotCountedAgain() {
        said(0, 60, LATE);
        bench.said();
        learnt();
        var again = readAgain();
        assertThat(again).hasSize(60).allSatisfy(m -> {
            assertThat(m.change()).isEqualTo(Change.REVISED);
            assertThat(m.revision()).isEqualTo(2);
            assertThat(m.before().label()).isEqualTo(SentimentLabel.NEGATIVE);
            assertThat(m.sentiment().score()).isLessThan(-0.8);
        });
        assertThat(again).extracting(AnalysedMention::mentionId).doesNotHaveDuplicates();
        assertThat(readAgain()).isEmpty();
    }

    @Test
    void theyAreReadAgainAFewAtATimeAndOnlyWhenTheSharesHaveSettled() {
        said(0, 60, LATE);
        bench.said();
        learnt();
        bench.later(SECOND);
        bench.later(SECOND);
        assertThat(bench.said()).isEmpty();
        bench.later(Duration.ofSeconds(4));
        assertThat(bench.said()).hasSizeBetween(1, Bench.TUNING.perSecond() / 10);
    }

    @Test
    void theNextMentionIsReadWithIt() {
        said(0, 60, LATE);
        learnt();
        bench.said();
        bench.mention(post("next", LATE), match("rail"));
        assertThat(bench.saidOnce().sentiment().score()).isLessThan(-0.8);
        bench.mention(post("other", LATE), match("bank"));
        assertThat(bench.saidOnce().sentiment().score()).isEqualTo(-0.8);
    }

    @Test
    void whatIsTakenBackOrEditedIsUnlearnt() {
        said(0, 60, LATE);
        said(60, 90, LATE);
        for (int i = 60; i < 90; i++) {
            bench.gone("" + i);
        }
        said(90, 120, FINE);
        said(90, 120, LATE);
        said(90, 120, FINE);
        for (int i = 0; i < 90; i++) {
            bench.mention(post("other" + i, i < 60 ? LATE : FINE), match("bank"));
        }
        bench.later(SECOND);
        var told = bench.learn();
        assertThat(told).hasSize(2);
        var rail = told.stream()
                .filter(t -> t.brand().equals("rail"))
                .findFirst()
                .orElseThrow()
                .learnt();
        var bank = told.stream()
                .filter(t -> t.brand().equals("bank"))
                .findFirst()
                .orElseThrow()
                .learnt();
        assertThat(rail.shares().distance(bank.shares())).isLessThan(1e-6);
        assertThat(rail.mentions()).isCloseTo(90, within(1e-3)).isEqualTo(bank.mentions());
    }

    @Test
    void aPersonsLabelIsBelievedAndNotReadAgain() {
        said(0, 60, LATE);
        for (int i = 0; i < 30; i++) {
            bench.correct("" + i, "rail", SentimentLabel.POSITIVE);
        }
        bench.said();
        assertThat(learnt().learnt().shares().positive()).isGreaterThan(0.4);
        assertThat(readAgain())
                .hasSize(30)
                .allSatisfy(m -> assertThat(m.sentiment().model()).isEqualTo(Bench.SENTIMENTS.name()));
    }

    @Test
    void aCorrectionThatTeachesNothingNewIsCountedAndReadsNothingAgain() {
        said(0, 100, LATE);
        var learnt = learnt();
        readAgain();
        bench.correct("1", "rail", SentimentLabel.NEGATIVE);
        var counted = learnt();
        assertThat(counted.version()).isEqualTo(learnt.version());
        assertThat(counted.learnt().lessons().corrections()).isEqualTo(1);
        assertThat(counted.earlier()).isEmpty();
        assertThat(readAgain()).isEmpty();
    }

    @Test
    void switchedOffTheModelsOwnAnswersComeBack() {
        said(0, 60, LATE);
        learnt();
        readAgain();
        decide(new SentimentSetting("rail", null, false, 0.5, null, true, null));
        assertThat(readAgain())
                .hasSize(60)
                .allSatisfy(m -> assertThat(m.sentiment().score()).isCloseTo(-0.8, within(1e-9)));
    }

    @Test
    void sharesGivenByAPersonCountFromTheFirstMention() {
        decide(new SentimentSetting("rail", null, true, 1, new SentimentShares(0.05, 0.05, 0.9), true, null));
        bench.mention(post("1", LATE), match("rail"));
        assertThat(bench.saidOnce().sentiment().score()).isGreaterThan(-0.7);
    }

    @Test
    void aBrandCanBeRolledBackToWhatWasKnownBefore() {
        said(0, 60, LATE);
        var first = learnt();
        said(60, 260, FINE);
        var second = learnt();
        assertThat(second.applied().shares().negative())
                .isLessThan(first.applied().shares().negative() - 0.3);
        var back = decide(new SentimentSetting("rail", null, true, 0.5, null, true, first.version()));
        assertThat(back.applied().shares()).isEqualTo(first.applied().shares());
        assertThat(back.version()).isGreaterThan(second.version());
        assertThat(back.learnt()).isEqualTo(second.learnt());
        var onwards = decide(new SentimentSetting("rail", null, true, 0.5, null, true, null));
        assertThat(onwards.applied().shares()).isEqualTo(second.applied().shares());
    }

    @Test
    void aBrandCreatedAnewHasLearntNothing() {
        said(0, 60, LATE);
        learnt();
        bench.said();
        bench.mention(post("new", LATE), match("rail", Bench.NOON));
        assertThat(bench.saidOnce().sentiment().score()).isEqualTo(-0.8);
        bench.later(SECOND);
        assertThat(bench.learn()).isEmpty();
        for (int i = 0; i < 60; i++) {
            bench.mention(post("n" + i, FINE), match("rail", Bench.NOON));
        }
        bench.later(SECOND);
        var anew = bench.learn().get(0);
        assertThat(anew.brandSince()).isEqualTo(Bench.NOON);
        assertThat(anew.learnt().shares().neutral()).isGreaterThan(0.9);
        assertThat(anew.earlier()).isEmpty();
    }

    @Test
    void aWordThatPeopleCorrectIsLearntForThisBrand() {
        var taught = taughtOfBricks();
        assertThat(taught.learnt().lessons().after())
                .isGreaterThan(taught.learnt().lessons().before());
        assertThat(taught.applied().words())
                .extracting(BrandSentiment.Word::word)
                .contains("bricked");
        bench.said();
        bench.mention(post("next", "mine is bricked"), match("rail"));
        assertThat(bench.saidOnce().sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        bench.mention(post("other", "mine is bricked"), match("bank"));
        assertThat(bench.saidOnce().sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void whenThePostsAreDeletedTheirWordsAreUnlearnt() {
        taughtOfBricks();
        for (int i = 0; i < 8; i++) {
            bench.deleted("b" + i);
        }
        var forgotten = learnt();
        assertThat(forgotten.applied().words()).isEmpty();
        assertThat(bench.kept(BrandProcessor.LESSONS)).isZero();
    }

    @Test
    void whenThePostsGrowTooOldTheirWordsGoAndWhatTheyTaughtStays() {
        var taught = taughtOfBricks();
        bench.later(Duration.ofDays(31)).later(SECOND);
        bench.learn();
        assertThat(bench.kept(BrandProcessor.LESSONS)).isZero();
        bench.mention(post("next", "mine is bricked"), match("rail"));
        assertThat(bench.said())
                .last()
                .satisfies(m -> assertThat(m.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE));
        assertThat(taught.applied().words()).isNotEmpty();
    }

    private BrandSentiment taughtOfBricks() {
        for (int i = 0; i < 8; i++) {
            bench.mention(post("b" + i, "number " + (char) ('a' + i) + " is bricked"), match("rail"));
            bench.correct("b" + i, "rail", SentimentLabel.NEGATIVE);
        }
        return learnt();
    }

    private void said(int from, int to, String text) {
        for (int i = from; i < to; i++) {
            bench.mention(post("" + i, text), match("rail"));
        }
    }

    /** The newest knowledge, as the table would bring it. */
    private BrandSentiment learnt() {
        bench.later(SECOND);
        var told = bench.learn();
        return told.get(told.size() - 1);
    }

    private BrandSentiment decide(SentimentSetting setting) {
        bench.send(Topics.SENTIMENT_SETTINGS, setting.brand(), setting);
        return learnt();
    }

    /** What is said again once the shares have settled. */
    private List<AnalysedMention> readAgain() {
        bench.said();
        var again = new ArrayList<AnalysedMention>();
        for (int i = 0; i < 40; i++) {
            bench.later(SECOND);
            again.addAll(bench.said());
        }
        return again;
    }
}
