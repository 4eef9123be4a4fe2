package vigie.analysis.stream;

import java.time.Duration;

/**
 * How long the state of a post is kept, counted from arrivals, never from event times.
 *
 * @param words post, brands and revisions: as long as the topics keep people's words, so that whatever can be read again is recognised
 * @param pace counters and virality
 */
record Retention(Duration words, Duration pace) {}
