package vigie.model;

/** How much of something is negative, neutral and positive: chances of one text, or shares of many. Together 1. */
public record SentimentShares(double negative, double neutral, double positive) {

    private static final double ROUNDING = 1e-3;

    public SentimentShares {
        boolean shares = negative >= 0 && neutral >= 0 && positive >= 0;
        if (!shares || Math.abs(negative + neutral + positive - 1) > ROUNDING) {
            throw new IllegalArgumentException("three shares must sum to 1");
        }
    }

    /** The largest difference between the shares of a class, 0..1. */
    public double distance(SentimentShares other) {
        return Math.max(
                Math.abs(negative - other.negative),
                Math.max(Math.abs(neutral - other.neutral), Math.abs(positive - other.positive)));
    }
}
