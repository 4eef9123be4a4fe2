package vigie.model;

/** How many people may have seen it: a range, never a point. */
public record Reach(long low, long high) {
    public static final Reach UNKNOWN = new Reach(0, 0);

    public Reach plus(Reach other) {
        return new Reach(low + other.low, high + other.high);
    }
}
