package vigie.model;

import java.time.Instant;

/**
 * What a person decided about a dead letter. The letter itself cannot be taken out of its topic; this takes it out of sight.
 *
 * @param letter topic, partition and offset among the dead letters, with colons between
 * @param verdict {@code replayed} or {@code discarded}
 */
public record QuarantineDecision(String letter, String verdict, String by, Instant at) {

    public static final String REPLAYED = "replayed";
    public static final String DISCARDED = "discarded";
}
