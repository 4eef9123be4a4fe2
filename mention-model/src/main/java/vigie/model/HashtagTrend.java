package vigie.model;

import java.time.Instant;

/**
 * How a tracked hashtag moved in one closed 5-minute bin.
 *
 * @param bin start of the bin
 * @param hits uses in it
 * @param z surprise of the smoothed count, in standard deviations of its own past
 * @param score 0 to 100
 */
public record HashtagTrend(String hashtag, String brand, Instant bin, long hits, double z, double score) {}
