package vigie.store;

/** How many mentions carry each label. */
public record SentimentCounts(long negative, long neutral, long positive) {
    static final SentimentCounts NONE = new SentimentCounts(0, 0, 0);

    long all() {
        return negative + neutral + positive;
    }

    SentimentCounts plus(SentimentCounts other) {
        return new SentimentCounts(negative + other.negative, neutral + other.neutral, positive + other.positive);
    }
}
