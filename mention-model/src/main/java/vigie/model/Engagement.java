package vigie.model;

import java.time.Instant;

/**
 * The counters of a post, as seen at one moment.
 *
 * @param postId {@code platform:nativeId}
 */
public record Engagement(String postId, Instant observedAt, EngagementCounts counts) {}
