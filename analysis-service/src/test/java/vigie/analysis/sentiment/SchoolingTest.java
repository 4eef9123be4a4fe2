package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.analysis.sentiment.Schooling.Lesson;
import vigie.model.BrandSentiment.Word;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;
import vigie.model.SentimentLabel;
import vigie.model.SentimentShares;

class SchoolingTest {
    private static final SentimentShares NEUTRAL = new SentimentShares(0.25, 0.5, 0.25);

    @Test
    void aWordThatTellsTheLabelIsLearntAndHelpsWithMentionsItWasNotLearntFrom() {
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < 10; i++) {
            lessons.add(new Lesson(SentimentLabel.NEGATIVE, NEUTRAL, List.of("bricked", "thing" + i)));
            lessons.add(new Lesson(SentimentLabel.NEUTRAL, NEUTRAL, List.of("today", "other" + i)));
        }
        var learnt = Schooling.learn(lessons, List.of());
        assertThat(learnt.lessons().corrections()).isEqualTo(20);
        assertThat(learnt.lessons().before()).isCloseTo(0.5, within(1e-9));
        assertThat(learnt.lessons().after()).isGreaterThan(0.9);
        assertThat(learnt.words()).extracting(Word::word).containsExactlyInAnyOrder("bricked", "today");
        assertThat(learnt.words()).filteredOn(w -> w.word().equals("bricked")).allSatisfy(w -> {
            assertThat(w.negative()).isPositive();
            assertThat(w.texts()).isEqualTo(10);
        });
    }

    @Test
    void chanceIsNotBelieved() {
        var random = new Random(7);
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < 100; i++) {
            var label = SentimentLabel.values()[random.nextInt(3)];
            lessons.add(new Lesson(
                    label, chances(label, random), List.of("w" + random.nextInt(30), "w" + random.nextInt(30))));
        }
        var learnt = Schooling.learn(lessons, List.of());
        assertThat(learnt.lessons().before()).isGreaterThan(0.9);
        assertThat(learnt.words()).isEmpty();
    }

    @Test
    void aFewCorrectionsTeachNothing() {
        var one = new Lesson(SentimentLabel.NEGATIVE, NEUTRAL, List.of("bricked"));
        assertThat(Schooling.learn(List.of(one, one, one, one), List.of()).words())
                .isEmpty();
        assertThat(Schooling.learn(List.of(), List.of()).words()).isEmpty();
    }

    @Test
    void noWordOfASingleTextIsKept() {
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < 30; i++) {
            lessons.add(new Lesson(SentimentLabel.NEGATIVE, NEUTRAL, List.of("bricked", "only" + i)));
        }
        assertThat(Schooling.learn(lessons, List.of()).words())
                .extracting(Word::word)
                .containsExactly("bricked");
    }

    @Test
    void theSameLessonsTeachTheSame() {
        var lessons = new ArrayList<Lesson>();
        for (int i = 0; i < 40; i++) {
            lessons.add(new Lesson(SentimentLabel.values()[i % 3], NEUTRAL, List.of("w" + i % 3, "v" + i % 5)));
        }
        assertThat(Schooling.learn(lessons, List.of())).isEqualTo(Schooling.learn(lessons, List.of()));
    }

    @Test
    void theEvidenceOfABrandsWordShowsItAndStillSumsToTheDecision() {
        var words = BrandWords.of(List.of(new Word("bricked", 4, -1, -2, 3)));
        var before =
                new Sentiment(SentimentLabel.NEUTRAL, 0, 0.5, List.of(new Evidence("", 0, null, null, "rest")), "m");
        var after = words.adjust("Mine is BRICKED!", before);
        assertThat(after.label()).isEqualTo(SentimentLabel.NEGATIVE);
        var piece = after.evidence().get(1);
        assertThat(piece.text()).isEqualTo("BRICKED");
        assertThat(piece.kind()).isEqualTo("brand");
        assertThat(piece.start()).isEqualTo(8);
        var chances = BrandPrior.chances(after);
        assertThat(after.evidence().stream().mapToDouble(Evidence::weight).sum())
                .isCloseTo(Math.log(chances.positive() / chances.negative()), within(1e-9));
        assertThat(words.adjust("it is not bricked", before)).isEqualTo(before);
    }

    @Test
    void hostileTextsHaveAtMostEightyWords() {
        assertThat(BrandWords.in("ab".repeat(50_000))).isEmpty();
        var many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(" word")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append('x');
        }
        assertThat(BrandWords.in(many.toString())).hasSize(80);
        assertThat(BrandWords.in("\u0000\ud800 \u202e")).hasSizeLessThan(80);
    }

    private static SentimentShares chances(SentimentLabel label, Random random) {
        boolean right = random.nextInt(100) < 98;
        double sure = right ? 0.8 : 0.1;
        double rest = (1 - sure) / 2;
        return new SentimentShares(
                label == SentimentLabel.NEGATIVE ? sure : rest,
                label == SentimentLabel.NEUTRAL ? sure : rest,
                label == SentimentLabel.POSITIVE ? sure : rest);
    }
}
