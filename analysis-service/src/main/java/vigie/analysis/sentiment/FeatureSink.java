package vigie.analysis.sentiment;

/** Takes the features of a text one by one, so that training, scoring and explaining share one description of a text. */
@FunctionalInterface
public interface FeatureSink {
    /**
     * @param key of the feature, the same in every text
     * @param first piece of the text it comes from, or −1 for a trait of the whole text
     * @param second other piece it comes from, or −1
     */
    void feature(long key, int first, int second);
}
