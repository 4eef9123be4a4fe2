package vigie.analysis.virality;

/**
 * How a post's counters once stood, in few bytes: every post that was looked at twice keeps some.
 *
 * @param after whole seconds since the post was published
 * @param tenths weighted engagement so far, in tenths
 */
public record Look(long after, long tenths) {}
