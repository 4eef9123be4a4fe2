package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;
import vigie.model.SentimentLabel;
import vigie.model.SentimentShares;

class BrandPriorTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void theSharesAreFoundWithoutLabels() {
        // a calibrated reader of balanced texts that is right with chance 0.6, met with 70 % negative, 20 % neutral, 10
        // % positive
        var random = new Random(11);
        var answers = Mood.none();
        for (int i = 0; i < 5_000; i++) {
            double draw = random.nextDouble();
            int truth = draw < 0.7 ? 0 : draw < 0.9 ? 1 : 2;
            int said = random.nextDouble() < 0.6 ? truth : (truth + 1 + random.nextInt(2)) % 3;
            double[] chances = {0.2, 0.2, 0.2};
            chances[said] = 0.6;
            answers = answers.with(shares(chances), NOON, 1, MONTH);
        }
        var found = BrandPrior.shares(answers).orElseThrow();
        assertThat(found.negative()).isCloseTo(0.7, within(0.04));
        assertThat(found.neutral()).isCloseTo(0.2, within(0.04));
        assertThat(found.positive()).isCloseTo(0.1, within(0.04));
        assertThat(answers.total()).isCloseTo(5_000, within(1e-6));
    }

    @Test
    void anUndecidedPostLeansTowardsWhatIsUsual() {
        var complaints = many(200, new SentimentShares(0.7, 0.2, 0.1));
        var prior = new BrandPrior(BrandPrior.shares(complaints).orElseThrow(), 0.5);
        Sentiment undecided = answer(0.33, 0.35, 0.32);
        Sentiment adjusted = prior.adjust(undecided);
        assertThat(adjusted.label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(adjusted.score()).isLessThan(undecided.score());
    }

    @Test
    void aFewMentionsTeachNothing() {
        assertThat(BrandPrior.shares(many(BrandPrior.FEWEST - 1, new SentimentShares(0.9, 0.05, 0.05))))
                .isEmpty();
        Sentiment any = answer(0.2, 0.3, 0.5);
        assertThat(BrandPrior.none().adjust(any)).isEqualTo(any);
    }

    @Test
    void noClassBecomesImpossible() {
        var found = BrandPrior.shares(many(1_000, new SentimentShares(1, 0, 0))).orElseThrow();
        assertThat(found.positive()).isGreaterThan(0.005);
    }

    @Test
    void aClearComplaintAboutACalmBrandStaysOne() {
        for (var calm : List.of(new SentimentShares(0.02, 0.96, 0.02), new SentimentShares(0, 0, 1))) {
            assertThat(new BrandPrior(calm, 1).adjust(answer(0.85, 0.1, 0.05)).label())
                    .isEqualTo(SentimentLabel.NEGATIVE);
        }
    }

    @Test
    void theEvidenceStillSumsToTheDecision() {
        var evidence = List.of(new Evidence("", Math.log(0.5 / 0.2), null, null, "rest"));
        var before = new Sentiment(SentimentLabel.POSITIVE, 0.3, 0.5, evidence, "m");
        Sentiment after = new BrandPrior(new SentimentShares(0.6, 0.3, 0.1), 0.5).adjust(before);
        var chances = BrandPrior.chances(after);
        assertThat(after.evidence().stream().mapToDouble(Evidence::weight).sum())
                .isCloseTo(Math.log(chances.positive() / chances.negative()), within(1e-9));
    }

    @Test
    void theChancesAreThoseTheAnswerWasMadeOf() {
        for (double[] c : new double[][] {{0.5, 0.3, 0.2}, {0.1, 0.8, 0.1}, {0.25, 0.15, 0.6}}) {
            assertThat(BrandPrior.chances(answer(c[0], c[1], c[2])).distance(shares(c)))
                    .isLessThan(1e-12);
        }
    }

    private static Mood many(int count, SentimentShares answer) {
        var mood = Mood.none();
        for (int i = 0; i < count; i++) {
            mood = mood.with(answer, NOON, 1, MONTH);
        }
        return mood;
    }

    private static SentimentShares shares(double[] c) {
        double all = c[0] + c[1] + c[2];
        return new SentimentShares(c[0] / all, c[1] / all, c[2] / all);
    }

    private static Sentiment answer(double bad, double neither, double good) {
        return BrandPrior.answer(bad, neither, good, List.of(), "m");
    }
}
