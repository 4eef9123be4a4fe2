package vigie.sentiment.trainer;

import java.util.List;

/**
 * Turns three scores into log-odds that mean what they say: multinomial logistic regression (Platt's idea for several classes) on
 * texts that were not trained on, by gradient descent with a line search; convex, so that the start does not matter.
 */
final class Calibration {
    private static final int STEPS = 500;

    private Calibration() {}

    /** @return by class: a factor per score, then an offset */
    static float[][] fit(List<double[]> scores, int[] labels) {
        int classes = Fit.CLASSES;
        var w = new double[classes][classes + 1];
        for (int c = 0; c < classes; c++) {
            w[c][c] = 1;
        }
        double step = 1;
        double loss = loss(w, scores, labels);
        for (int s = 0; s < STEPS; s++) {
            double[][] gradient = gradient(w, scores, labels);
            double[][] next = moved(w, gradient, step);
            double lower = loss(next, scores, labels);
            while (lower > loss && step > 1e-9) {
                step /= 2;
                next = moved(w, gradient, step);
                lower = loss(next, scores, labels);
            }
            boolean done = loss - lower < 1e-10;
            w = next;
            loss = lower;
            step *= 1.5;
            if (done) {
                break;
            }
        }
        var factors = new float[classes][classes + 1];
        for (int c = 0; c < classes; c++) {
            for (int k = 0; k <= classes; k++) {
                factors[c][k] = (float) w[c][k];
            }
        }
        return factors;
    }

    private static double[][] moved(double[][] w, double[][] gradient, double step) {
        var next = new double[w.length][w[0].length];
        for (int c = 0; c < w.length; c++) {
            for (int k = 0; k < w[c].length; k++) {
                next[c][k] = w[c][k] - step * gradient[c][k];
            }
        }
        return next;
    }

    private static double loss(double[][] w, List<double[]> scores, int[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= Math.log(Math.max(chances(w, scores.get(i))[labels[i]], 1e-300));
        }
        return sum / labels.length;
    }

    private static double[][] gradient(double[][] w, List<double[]> scores, int[] labels) {
        var gradient = new double[w.length][w[0].length];
        for (int i = 0; i < labels.length; i++) {
            double[] score = scores.get(i);
            double[] chances = chances(w, score);
            for (int c = 0; c < w.length; c++) {
                double error = (chances[c] - (labels[i] == c ? 1 : 0)) / labels.length;
                for (int k = 0; k < score.length; k++) {
                    gradient[c][k] += error * score[k];
                }
                gradient[c][score.length] += error;
            }
        }
        return gradient;
    }

    private static double[] chances(double[][] w, double[] score) {
        var chances = new double[w.length];
        double sum = 0;
        for (int c = 0; c < w.length; c++) {
            double logit = w[c][score.length];
            for (int k = 0; k < score.length; k++) {
                logit += w[c][k] * score[k];
            }
            chances[c] = Math.exp(logit);
            sum += chances[c];
        }
        for (int c = 0; c < w.length; c++) {
            chances[c] /= sum;
        }
        return chances;
    }
}
