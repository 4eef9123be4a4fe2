package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;
import vigie.model.SentimentLabel;

class BrandPriorTest {
    @Test
    void theSharesAreFoundWithoutLabels() {
        // a calibrated reader of balanced texts that is right with chance 0.6, met with 70 % negative, 20 % neutral, 10
        // % positive
        var random = new Random(11);
        var answers = new ArrayList<Sentiment>();
        for (int i = 0; i < 5_000; i++) {
            double draw = random.nextDouble();
            int truth = draw < 0.7 ? 0 : draw < 0.9 ? 1 : 2;
            int said = random.nextDouble() < 0.6 ? truth : (truth + 1 + random.nextInt(2)) % 3;
            double[] chances = {0.2, 0.2, 0.2};
            chances[said] = 0.6;
            answers.add(answer(chances[0], chances[1], chances[2]));
        }
        BrandPrior prior = BrandPrior.learn(answers, BrandPrior.HALF);
        assertThat(prior.negative()).isCloseTo(0.7, within(0.04));
        assertThat(prior.neutral()).isCloseTo(0.2, within(0.04));
        assertThat(prior.positive()).isCloseTo(0.1, within(0.04));
        assertThat(prior.texts()).isEqualTo(5_000);
    }

    @Test
    void anUndecidedPostLeansTowardsWhatIsUsual() {
        var complaints = Collections.nCopies(200, answer(0.7, 0.2, 0.1));
        BrandPrior prior = BrandPrior.learn(complaints, BrandPrior.HALF);
        Sentiment undecided = answer(0.33, 0.35, 0.32);
        Sentiment adjusted = prior.adjust(undecided);
        assertThat(adjusted.label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(adjusted.score()).isLessThan(undecided.score());
    }

    @Test
    void aFewMentionsTeachNothing() {
        BrandPrior prior = BrandPrior.learn(Collections.nCopies(BrandPrior.FEWEST - 1, answer(0.9, 0.05, 0.05)), 1);
        assertThat(prior).isEqualTo(BrandPrior.none());
        Sentiment any = answer(0.2, 0.3, 0.5);
        assertThat(prior.adjust(any)).isEqualTo(any);
    }

    @Test
    void theEvidenceStillSumsToTheDecision() {
        var evidence = List.of(new Evidence("", Math.log(0.5 / 0.2), null, null, "rest"));
        var before = new Sentiment(SentimentLabel.POSITIVE, 0.3, 0.5, evidence, "m");
        Sentiment after = new BrandPrior(0.6, 0.3, 0.1, 100, 0.5).adjust(before);
        double[] chances = BrandPrior.chances(after);
        assertThat(after.evidence().stream().mapToDouble(Evidence::weight).sum())
                .isCloseTo(Math.log(chances[2] / chances[0]), within(1e-9));
    }

    @Test
    void theChancesAreThoseTheAnswerWasMadeOf() {
        for (double[] c : new double[][] {{0.5, 0.3, 0.2}, {0.1, 0.8, 0.1}, {0.25, 0.15, 0.6}}) {
            assertThat(BrandPrior.chances(answer(c[0], c[1], c[2]))).containsExactly(c, within(1e-12));
        }
    }

    private static Sentiment answer(double bad, double neither, double good) {
        int best = bad >= neither && bad >= good ? 0 : neither >= good ? 1 : 2;
        double sure = Math.max(bad, Math.max(neither, good));
        return new Sentiment(SentimentLabel.values()[best], good - bad, sure, List.of(), "m");
    }
}
