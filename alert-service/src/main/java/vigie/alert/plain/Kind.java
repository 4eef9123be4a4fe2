package vigie.alert.plain;

import java.util.Arrays;
import java.util.Optional;
import vigie.model.AlertRule;

/** The kinds of plain rules, with what each has where the rule does not say; the one list of their names. */
public enum Kind {
    /** So many in the window. */
    THRESHOLD("threshold", 12, 50, 1, 1_000_000),
    /** So many times the window before. */
    RATIO("ratio", 12, 3, 1.1, 1_000),
    /** So many percentage points more negative than the week before, and no accident. */
    NEGATIVE_SHARE("negative-share", 36, 10, 1, 100),
    /** One negative mention that so many people may have seen, or that spreads fast. */
    REACH("reach", 12, 100_000, 1, 1e12),
    /** So many with words of a crisis. */
    KEYWORD("keyword", 12, 3, 1, 1_000_000),
    /** A term that so many people say, and hardly anybody said before. */
    NEW_TERM("new-term", 12, 5, 3, 30),
    /** Nothing where there is always something. */
    QUIET("quiet", 36, 0, 0, 0);

    private final String wire;
    private final int window;
    private final double threshold;
    private final double lowest;
    private final double highest;

    Kind(String wire, int window, double threshold, double lowest, double highest) {
        this.wire = wire;
        this.window = window;
        this.threshold = threshold;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** From this virality on (of 100) a mention spreads fast enough to be told, few as may have seen it. */
    public static final int FAST = 90;

    /** For so many days it is remembered what terms were said. */
    public static final int LONGEST_PAST = 30;

    /** What a rule of this kind asks for. */
    public double thresholdOf(AlertRule rule) {
        var given = rule.threshold();
        return given == null ? threshold : given;
    }

    public static Optional<Kind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }

    public String wire() {
        return wire;
    }

    /** Length of the window in 5-minute buckets. */
    int window() {
        return window;
    }

    /** The smallest threshold that makes sense. */
    public double lowest() {
        return lowest;
    }

    /** The largest threshold that makes sense. */
    public double highest() {
        return highest;
    }
}
