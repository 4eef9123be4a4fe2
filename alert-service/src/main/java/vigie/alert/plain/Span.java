package vigie.alert.plain;

import java.util.Arrays;
import java.util.Optional;

/** How far back a plain rule counts. */
public enum Span {
    QUARTER_HOUR("15m", "15 min", 3),
    HOUR("1h", "1 h", 12),
    THREE_HOURS("3h", "3 h", 36),
    DAY("24h", "24 h", 288);

    private final String wire;
    private final String shown;
    private final int buckets;

    Span(String wire, String shown, int buckets) {
        this.wire = wire;
        this.shown = shown;
        this.buckets = buckets;
    }

    public static Optional<Span> of(String wire) {
        return Arrays.stream(values()).filter(span -> span.wire.equals(wire)).findFirst();
    }

    static Span of(int buckets) {
        return Arrays.stream(values())
                .filter(span -> span.buckets == buckets)
                .findFirst()
                .orElseThrow();
    }

    /** As in rules and alerts. */
    public String wire() {
        return wire;
    }

    String shown() {
        return shown;
    }

    /** Length in 5-minute buckets. */
    public int buckets() {
        return buckets;
    }
}
