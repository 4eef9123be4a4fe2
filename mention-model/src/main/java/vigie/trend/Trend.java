package vigie.trend;

/**
 * The pace of one hashtag in 5-minute bins: a fast mean against a slow mean and variance of its own past (half-lives of a quarter of an
 * hour and of three days), so that an always busy tag is not news and a sleeping one that wakes is.
 *
 * @param current fast mean of hits a bin
 * @param usual slow mean, to which one wild bin adds only a bounded amount
 * @param variance slow variance around it
 */
public record Trend(double current, double usual, double variance) {

    private static final double FAST = gain(3);
    private static final double SLOW = gain(864);

    public static final Trend NEW = new Trend(0, 0, 0);

    /** After a bin with {@code hits}. */
    public Step after(double hits) {
        var c = current + FAST * (hits - current);
        var z = (c - usual) / Math.sqrt(Math.max(variance, usual) + 1);
        var v = variance + SLOW * ((hits - usual) * (hits - usual) - variance);
        var capped = Math.min(hits, usual + 8 * Math.sqrt(usual + 1) + 8);
        return new Step(new Trend(c, usual + SLOW * (capped - usual), v), z);
    }

    /**
     * What a closed bin said.
     *
     * @param z surprise of the fast mean, in standard deviations
     */
    public record Step(Trend trend, double z) {
        /** 0 to 100; every 3.3 standard deviations halve what is missing to 100. */
        public double score() {
            return Trend.score(z);
        }
    }

    /** 0 to 100 for a surprise of {@code z} standard deviations. */
    public static double score(double z) {
        return 100 * (1 - Math.pow(2, -Math.max(0, z) / 3.3));
    }

    private static double gain(double halfLife) {
        return 1 - Math.pow(0.5, 1 / halfLife);
    }
}
