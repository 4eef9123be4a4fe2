package vigie.alert.stream;

/** One count over time: a metric of a brand. */
record Series(String brand, String metric) {

    static final String MENTIONS = "mentions";
    static final String NEGATIVE = "negative";

    /** Between a metric and the slice it is counted in. */
    static final char IN_SLICE = '@';

    String key() {
        return Keys.of(brand, metric);
    }

    static Series of(String key) {
        var cut = key.indexOf('\0');
        return new Series(key.substring(0, cut), key.substring(cut + 1));
    }

    static boolean isPart(String metric) {
        return !metric.equals(MENTIONS) && !metric.equals(NEGATIVE);
    }

    /** Counted for every brand, asked for or not, so that a new rule finds a detector that knows the brand. */
    boolean always() {
        return !isPart(metric);
    }
}
