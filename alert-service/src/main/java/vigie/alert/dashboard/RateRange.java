package vigie.alert.dashboard;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * How often something really happens that was seen a few times: the 95 % confidence interval of a Poisson mean (Garwood, Biometrika
 * 28, 1936), so that two alerts in a month are not taken for a law.
 */
record RateRange(double low, double high) {

    private static final double TAIL = 0.025;
    private static final int HALVINGS = 60;

    /** @param per so many of the counted stretches make one of those asked for */
    static RateRange of(int seen, double per) {
        var low = seen == 0 ? 0 : mean(seen, TAIL);
        return new RateRange(low * per, mean(seen + 1, 1 - TAIL) * per);
    }

    /** The mean at which at least {@code shape} come with this probability. */
    private static double mean(int shape, double probability) {
        double low = 0;
        double high = shape + 10 * Math.sqrt(shape) + 10;
        for (int i = 0; i < HALVINGS; i++) {
            var middle = (low + high) / 2;
            if (RegularizedGamma.P.value(shape, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
