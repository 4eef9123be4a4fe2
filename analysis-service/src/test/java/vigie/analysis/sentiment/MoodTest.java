package vigie.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigie.model.SentimentShares;

class MoodTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private record Said(SentimentShares answer, Instant at) {}

    @Test
    void theOrderOfTheMentionsDoesNotMatter() {
        var said = new ArrayList<Said>();
        var random = new Random(3);
        for (int i = 0; i < 500; i++) {
            said.add(new Said(any(random), NOON.plus(Duration.ofHours(random.nextInt(2_000)))));
        }
        var one = of(said);
        Collections.shuffle(said, random);
        assertThat(of(said).total()).isCloseTo(one.total(), within(1e-2));
        assertThat(BrandPrior.shares(of(said))
                        .orElseThrow()
                        .distance(BrandPrior.shares(one).orElseThrow()))
                .isLessThan(1e-4);
    }

    @Test
    void theSharesAreAsGoodAsFromEachAnswerByItself() {
        // answers of a calibrated reader: expectation maximisation over all of them, without the grid
        var random = new Random(5);
        var mood = Mood.none();
        var answers = new ArrayList<SentimentShares>();
        for (int i = 0; i < 4_000; i++) {
            var answer = any(random);
            answers.add(answer);
            mood = mood.with(answer, NOON, 1, MONTH);
        }
        double[] shares = {1.0 / 3, 1.0 / 3, 1.0 / 3};
        for (int round = 0; round < 200; round++) {
            var next = new double[3];
            for (var a : answers) {
                double all = a.negative() * shares[0] + a.neutral() * shares[1] + a.positive() * shares[2];
                next[0] += a.negative() * shares[0] / all / answers.size();
                next[1] += a.neutral() * shares[1] / all / answers.size();
                next[2] += a.positive() * shares[2] / all / answers.size();
            }
            shares = next;
        }
        double sum = shares[0] + shares[1] + shares[2];
        var exact = new SentimentShares(shares[0] / sum, shares[1] / sum, shares[2] / sum);
        assertThat(BrandPrior.shares(mood).orElseThrow().distance(exact)).isLessThan(0.01);
    }

    @Test
    void aMentionOfAMonthAgoWeighsHalf() {
        var answer = new SentimentShares(0.2, 0.3, 0.5);
        var mood = Mood.none().with(answer, NOON, 1, MONTH).with(answer, NOON.plus(MONTH), 1, MONTH);
        assertThat(mood.total()).isCloseTo(1.5, within(1e-6));
        assertThat(mood.with(answer, NOON, -1, MONTH).total()).isCloseTo(1, within(1e-6));
    }

    @Test
    void nothingIsTakenOutTwice() {
        var answer = new SentimentShares(0.2, 0.3, 0.5);
        var mood = Mood.none().with(answer, NOON, 1, MONTH).with(answer, NOON, -1, MONTH);
        assertThat(mood.with(answer, NOON, -1, MONTH).total()).isZero();
        assertThat(Mood.none().with(answer, NOON, -1, MONTH).total()).isZero();
    }

    @Test
    void partsAddUpAndBytesComeBack() {
        var a = Mood.none().with(new SentimentShares(0.2, 0.3, 0.5), NOON, 1, MONTH);
        var b = Mood.none().with(new SentimentShares(1, 0, 0), NOON.plus(MONTH), 1, MONTH);
        assertThat(a.plus(b, MONTH).total()).isCloseTo(1.5, within(1e-6));
        assertThat(b.plus(a, MONTH).bytes()).isEqualTo(a.plus(b, MONTH).bytes());
        assertThat(Mood.of(a.bytes()).bytes()).isEqualTo(a.bytes());
        assertThat(Mood.of(Mood.none().bytes()).plus(a, MONTH).total()).isCloseTo(1, within(1e-6));
        assertThatThrownBy(() -> Mood.of(new byte[9])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyAnswerHasItsPlace() {
        for (int a = 0; a <= 100; a++) {
            for (int b = 0; b <= 100 - a; b++) {
                var answer = new SentimentShares(a / 100.0, (100 - a - b) / 100.0, b / 100.0);
                var far = new double[1];
                Mood.none()
                        .with(answer, NOON, 1, MONTH)
                        .forEach((negative, neutral, positive, weight) ->
                                far[0] = answer.distance(new SentimentShares(negative, neutral, positive)));
                assertThat(far[0]).isLessThanOrEqualTo(0.0501);
            }
        }
    }

    private static Mood of(Iterable<Said> said) {
        var mood = Mood.none();
        for (var one : said) {
            mood = mood.with(one.answer(), one.at(), 1, MONTH);
        }
        return mood;
    }

    private static SentimentShares any(Random random) {
        double a = Math.exp(1.5 * random.nextGaussian() + 0.8);
        double b = Math.exp(random.nextGaussian());
        double c = Math.exp(1.5 * random.nextGaussian());
        return new SentimentShares(a / (a + b + c), b / (a + b + c), c / (a + b + c));
    }
}
