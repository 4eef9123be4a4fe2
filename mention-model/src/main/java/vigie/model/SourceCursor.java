package vigie.model;

import java.time.Instant;

/**
 * How far a source has been read; written only after Kafka holds everything before it, so that a crash repeats and never skips.
 *
 * @param cursor the source's own words, opaque to everyone else
 */
public record SourceCursor(String source, String cursor, Instant at) {}
