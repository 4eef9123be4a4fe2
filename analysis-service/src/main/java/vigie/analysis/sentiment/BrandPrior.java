package vigie.analysis.sentiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;
import vigie.model.SentimentLabel;
import vigie.model.SentimentShares;

/**
 * How a brand is talked about in general, learnt from its recent mentions without anybody labelling one. The model is trained on as
 * many bad as good posts; people who write to an airline mostly complain, and what is undecided there is more likely a complaint.
 *
 * <p>The shares are found by expectation maximisation (Saerens, Latinne, Decaestecker, "Adjusting the Outputs of a Classifier to New a
 * Priori Probabilities", Neural Computation 14, 2002): what the answers would average to if the shares were these, until they agree.
 *
 * @param strength 0 ignores the shares, 1 believes them fully
 */
public record BrandPrior(SentimentShares shares, double strength) {
    /** With fewer mentions nothing is learnt: the shares would follow chance. */
    public static final int FEWEST = 50;

    private static final int CLASSES = Weights.CLASSES;
    private static final int ROUNDS = 200;
    private static final double SETTLED = 1e-6;
    /** No share is believed to be smaller, so that no answer becomes impossible. */
    private static final double SMALLEST = 0.01;

    /**
     * Nor is any leant on as if it were smaller: a brand of which only neutral things were said would have the first clear complaints of
     * its first crisis read as neutral, too.
     */
    private static final double LEAST_LEANT_ON = 0.2;

    private static final BrandPrior NONE = new BrandPrior(new SentimentShares(1.0 / 3, 1.0 / 3, 1.0 / 3), 0);

    public BrandPrior {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength must lie in 0..1");
        }
    }

    /** Nothing learnt yet: changes no answer. */
    public static BrandPrior none() {
        return NONE;
    }

    /** The shares behind the model's own answers, before any adjustment; empty when they are too few. */
    public static Optional<SentimentShares> shares(Mood answers) {
        if (answers.total() < FEWEST) {
            return Optional.empty();
        }
        double[] shares = {1.0 / CLASSES, 1.0 / CLASSES, 1.0 / CLASSES};
        double change = 1;
        for (int round = 0; round < ROUNDS && change > SETTLED; round++) {
            double[] next = expected(answers, shares);
            change = 0;
            for (int c = 0; c < CLASSES; c++) {
                change = Math.max(change, Math.abs(next[c] - shares[c]));
            }
            shares = next;
        }
        return Optional.of(new SentimentShares(shares[0], shares[1], shares[2]));
    }

    private static double[] expected(Mood answers, double[] shares) {
        var sums = new double[CLASSES];
        answers.forEach((negative, neutral, positive, weight) -> {
            double total = negative * shares[0] + neutral * shares[1] + positive * shares[2];
            sums[0] += weight * negative * shares[0] / total;
            sums[1] += weight * neutral * shares[1] / total;
            sums[2] += weight * positive * shares[2] / total;
        });
        double texts = Arrays.stream(sums).sum();
        double all = 0;
        for (int c = 0; c < CLASSES; c++) {
            sums[c] = Math.max(sums[c] / texts, SMALLEST);
            all += sums[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            sums[c] /= all;
        }
        return sums;
    }

    /** The same answer in the light of the shares; the evidence says by how much they moved it. */
    public Sentiment adjust(Sentiment sentiment) {
        if (strength == 0 || sentiment.confidence() == 0) {
            return sentiment;
        }
        var chances = adjust(chances(sentiment));
        var evidence = new ArrayList<>(sentiment.evidence());
        if (!evidence.isEmpty()) {
            evidence.add(new Evidence(
                    "", Math.log(weight(shares.positive()) / weight(shares.negative())), null, null, "prior"));
        }
        return answer(chances.negative(), chances.neutral(), chances.positive(), evidence, sentiment.model());
    }

    /** The same chances in the light of the shares. */
    public SentimentShares adjust(SentimentShares chances) {
        double negative = chances.negative() * weight(shares.negative());
        double neutral = chances.neutral() * weight(shares.neutral());
        double positive = chances.positive() * weight(shares.positive());
        double all = negative + neutral + positive;
        return new SentimentShares(negative / all, neutral / all, positive / all);
    }

    private double weight(double share) {
        return Math.pow(Math.max(share, LEAST_LEANT_ON), strength);
    }

    /** An answer from three numbers in the proportion of its chances. */
    static Sentiment answer(double negative, double neutral, double positive, List<Evidence> evidence, String model) {
        double[] chances = {negative, neutral, positive};
        double total = negative + neutral + positive;
        int best = 0;
        for (int c = 0; c < CLASSES; c++) {
            chances[c] /= total;
            best = chances[c] > chances[best] ? c : best;
        }
        return new Sentiment(SentimentLabel.values()[best], chances[2] - chances[0], chances[best], evidence, model);
    }

    /** The chances of negative, neutral and positive that an answer stands for. */
    public static SentimentShares chances(Sentiment sentiment) {
        double score = sentiment.score();
        double sure = sentiment.confidence();
        double bad;
        double good;
        if (sentiment.label() == SentimentLabel.NEGATIVE) {
            bad = sure;
            good = sure + score;
        } else if (sentiment.label() == SentimentLabel.POSITIVE) {
            good = sure;
            bad = sure - score;
        } else {
            good = (1 - sure + score) / 2;
            bad = (1 - sure - score) / 2;
        }
        bad = Math.max(bad, 0);
        good = Math.max(good, 0);
        return new SentimentShares(bad, Math.max(1 - bad - good, 0), good);
    }
}
