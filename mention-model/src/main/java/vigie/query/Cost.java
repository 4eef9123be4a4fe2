package vigie.query;

/** How much work a query is for each post, roughly. */
public enum Cost {
    LOW,
    MEDIUM,
    HIGH;

    /** As it is written on the wire. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
