package vigie.analysis.sentiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vigie.model.Sentiment;
import vigie.model.Sentiment.Evidence;
import vigie.model.SentimentLabel;

/**
 * How a brand is talked about in general, learnt from its recent mentions without anybody labelling one. The model is trained on as
 * many bad as good posts; people who write to an airline mostly complain, and what is undecided there is more likely a complaint.
 *
 * <p>The shares are found by expectation maximisation (Saerens, Latinne, Decaestecker, "Adjusting the Outputs of a Classifier to New a
 * Priori Probabilities", Neural Computation 14, 2002): what the answers would average to if the shares were these, until they agree.
 *
 * @param negative share of negative mentions, as are {@code neutral} and {@code positive}; together 1
 * @param texts mentions it was learnt from
 * @param strength 0 ignores the shares, 1 believes them fully
 */
public record BrandPrior(double negative, double neutral, double positive, int texts, double strength) {
    /** Half-way: safe when the recent mentions were a storm and the next ones are not. */
    public static final double HALF = 0.5;

    /** With fewer mentions nothing is learnt: the shares would follow chance. */
    public static final int FEWEST = 50;

    private static final int CLASSES = Weights.CLASSES;
    private static final int ROUNDS = 200;
    private static final double SETTLED = 1e-6;
    /** No share is believed to be smaller, so that no answer becomes impossible. */
    private static final double SMALLEST = 0.01;

    public BrandPrior {
        boolean shares = negative >= 0 && neutral >= 0 && positive >= 0;
        if (!shares || Math.abs(negative + neutral + positive - 1) > 1e-6 || strength < 0 || strength > 1) {
            throw new IllegalArgumentException("shares must sum to 1 and strength lie in 0..1");
        }
    }

    /** Nothing learnt yet: changes no answer. */
    public static BrandPrior none() {
        return new BrandPrior(1.0 / CLASSES, 1.0 / CLASSES, 1.0 / CLASSES, 0, 0);
    }

    /** @param recent answers of the model, not yet adjusted */
    public static BrandPrior learn(Collection<Sentiment> recent, double strength) {
        var answers = new ArrayList<double[]>();
        for (Sentiment sentiment : recent) {
            if (sentiment.confidence() > 0) {
                answers.add(chances(sentiment));
            }
        }
        if (answers.size() < FEWEST) {
            return none();
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
        return new BrandPrior(shares[0], shares[1], shares[2], answers.size(), strength);
    }

    private static double[] expected(List<double[]> answers, double[] shares) {
        var sums = new double[CLASSES];
        for (double[] answer : answers) {
            double total = 0;
            for (int c = 0; c < CLASSES; c++) {
                total += answer[c] * shares[c];
            }
            for (int c = 0; c < CLASSES; c++) {
                sums[c] += answer[c] * shares[c] / total;
            }
        }
        double all = 0;
        for (int c = 0; c < CLASSES; c++) {
            sums[c] = Math.max(sums[c] / answers.size(), SMALLEST);
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
        double[] chances = chances(sentiment);
        double[] shares = {negative, neutral, positive};
        double total = 0;
        for (int c = 0; c < CLASSES; c++) {
            chances[c] *= Math.pow(shares[c], strength);
            total += chances[c];
        }
        int best = 0;
        for (int c = 0; c < CLASSES; c++) {
            chances[c] /= total;
            best = chances[c] > chances[best] ? c : best;
        }
        var evidence = new ArrayList<>(sentiment.evidence());
        if (!evidence.isEmpty()) {
            evidence.add(new Evidence("", strength * Math.log(positive / negative), null, null, "prior"));
        }
        return new Sentiment(
                SentimentLabel.values()[best], chances[2] - chances[0], chances[best], evidence, sentiment.model());
    }

    /** The chances of negative, neutral and positive that an answer stands for. */
    static double[] chances(Sentiment sentiment) {
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
        return new double[] {Math.max(bad, 0), Math.max(1 - bad - good, 0), Math.max(good, 0)};
    }
}
