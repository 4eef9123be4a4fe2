package vigie.store;

/** How many documents an erasure removed. */
public record Erased(long mentions, long posts, long alerts) {}
