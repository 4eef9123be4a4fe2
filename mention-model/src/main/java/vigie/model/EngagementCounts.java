package vigie.model;

import org.jspecify.annotations.Nullable;

/** A platform's public counters of one post. An absent counter is unknown, not zero. */
public record EngagementCounts(
        @Nullable Long likes,
        @Nullable Long shares,
        @Nullable Long comments,
        @Nullable Long views) {

    public static final EngagementCounts UNKNOWN = new EngagementCounts(null, null, null, null);

    /** Likes, shares and comments together; unknown counters count nothing. */
    public long interactions() {
        return orZero(likes) + orZero(shares) + orZero(comments);
    }

    private static long orZero(@Nullable Long n) {
        return n == null ? 0 : n;
    }
}
