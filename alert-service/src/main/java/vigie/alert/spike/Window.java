package vigie.alert.spike;

/** The stretches of time a count is judged over; a short one is quick, a long one sees what grows slowly. */
public enum Window {
    /** Serves the clipping of what a bucket may teach; never judged by itself. */
    BUCKET(1, "5m", "5 min"),
    QUARTER_HOUR(3, "15m", "15 min"),
    HOUR(12, "1h", "1 h"),
    THREE_HOURS(36, "3h", "3 h");

    static final int COUNT = values().length;
    static final int LONGEST = THREE_HOURS.buckets;

    private final int buckets;
    private final String wire;
    private final String shown;

    Window(int buckets, String wire, String shown) {
        this.buckets = buckets;
        this.wire = wire;
        this.shown = shown;
    }

    /** Length in 5-minute buckets. */
    public int buckets() {
        return buckets;
    }

    /** As in alerts: {@code 15m}, {@code 1h}, {@code 3h}. */
    public String wire() {
        return wire;
    }

    String shown() {
        return shown;
    }
}
