package vigie.analysis.stream;

import java.time.Instant;

/**
 * When a record is handled.
 *
 * @param appended broker append time of the record
 * @param now the analysis's own clock, only for {@code analysedAt}
 */
record Moment(Instant appended, Instant now) {}
