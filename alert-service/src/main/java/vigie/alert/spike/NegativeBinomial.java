package vigie.alert.spike;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Counts that vary more than chance alone: variance mean + dispersion · mean².
 *
 * <p>The tail is computed in the log domain, since a real crisis lies far below the smallest double.
 */
record NegativeBinomial(double mean, double dispersion) {

    private static final double LN10 = Math.log(10);
    private static final double TINY = 1e-300;
    private static final int MAX_TERMS = 500;
    private static final double CLOSE_ENOUGH = 1e-10;

    double sd() {
        return Math.sqrt(mean + dispersion * mean * mean);
    }

    /** {@code −log₁₀ P(X ≥ count)}, by {@code P = I_p(count, 1/dispersion)} with {@code p = mean/(mean + 1/dispersion)}. */
    double surprise(long count) {
        if (count <= 0) {
            return 0;
        }
        var a = (double) count;
        var b = 1 / dispersion;
        var p = mean / (mean + b);
        var logFront = -LogBeta.value(a, b) + a * Math.log(p) + b * Math.log1p(-p);
        if (p < (a + 1) / (a + b + 2)) {
            return -(logFront + Math.log(betaFraction(a, b, p) / a)) / LN10;
        }
        return -Math.log10(Math.max(1 - Math.exp(logFront) * betaFraction(b, a, 1 - p) / b, TINY));
    }

    /** {@code ln P(X = count)}. */
    double logLikelihood(long count) {
        var r = 1 / dispersion;
        return LogGamma.value(count + r)
                - LogGamma.value(r)
                - LogGamma.value(count + 1.0)
                + r * Math.log(r / (r + mean))
                + count * Math.log(mean / (r + mean));
    }

    /** Continued fraction of the incomplete beta function, by Lentz's method (Numerical Recipes 6.4). */
    private static double betaFraction(double a, double b, double x) {
        var c = 1.0;
        var d = 1 / notZero(1 - (a + b) * x / (a + 1));
        var h = d;
        for (int m = 1; m < MAX_TERMS; m++) {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            h *= c * d;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            h *= c * d;
            if (Math.abs(c * d - 1) < CLOSE_ENOUGH) {
                break;
            }
        }
        return h;
    }

    private static double notZero(double v) {
        return Math.abs(v) > TINY ? v : TINY;
    }
}
