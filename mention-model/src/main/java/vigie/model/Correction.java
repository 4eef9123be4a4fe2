package vigie.model;

import java.time.Instant;

/** A person says what a mention's sentiment really is. */
public record Correction(
        String mentionId, String postId, String brand, SentimentLabel label, String reason, String by, Instant at) {}
