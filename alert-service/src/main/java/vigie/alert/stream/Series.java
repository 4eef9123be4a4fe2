package vigie.alert.stream;

import java.util.Comparator;

/** One count over time: a metric of a brand. */
record Series(String brand, String metric) {

    static final String MENTIONS = "mentions";
    static final String NEGATIVE = "negative";

    /** Between a metric and the slice it is counted in. */
    static final char IN_SLICE = '@';

    static final Comparator<Series> BY_KEY = Comparator.comparing(Series::key);

    String key() {
        return Keys.of(brand, metric);
    }

    static Series of(String key) {
        var cut = key.indexOf('\0');
        return new Series(key.substring(0, cut), key.substring(cut + 1));
    }

    /** The metric without its slice. */
    String base() {
        var cut = metric.indexOf(IN_SLICE);
        return cut < 0 ? metric : metric.substring(0, cut);
    }

    static boolean isPart(String metric) {
        return !metric.equals(MENTIONS) && !metric.equals(NEGATIVE);
    }

    /** Counted for every brand, asked for or not, so that a new rule finds a detector that knows the brand. */
    boolean always() {
        return !isPart(metric);
    }
}
