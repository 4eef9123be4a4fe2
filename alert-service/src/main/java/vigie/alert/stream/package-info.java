/**
 * Analysed mentions and people's actions in, alerts out: the state behind {@code vigie.alert.spike}, kept in Kafka Streams.
 *
 * <p>How it works, in the order of reading: {@link vigie.alert.stream.AlertTopology} wires it; {@code MentionCounter} adds each
 * mention to its 5-minute bucket ({@code BucketCounts}, {@code BucketVoices}) and hears the clock tick; {@code Judge} lets a
 * {@code Watch} (detector and incident machines of one brand and metric) walk over the buckets, as a {@code Pass}; {@code Ledger}
 * compares what a pass found with what was said before, and says the difference; {@code ActionDesk} adds what people do.
 *
 * <p>Two kinds of walk. A <em>closed</em> one goes up to two minutes before now, teaches the detector and is kept. A <em>peek</em>
 * goes on to the open bucket with the detector of the last closed one, and is thrown away: counts of an open bucket can only grow
 * against the full bucket's expectation, so what a peek finds, the closed walk finds again in the same bucket, and looking often
 * costs no false alarms.
 *
 * <p>Mentions of closed buckets only correct the counts. When none came for five seconds, the detector walks again from the daily
 * snapshot before the earliest corrected bucket, so posts may arrive in any order and through any partition.
 */
@NullMarked
package vigie.alert.stream;

import org.jspecify.annotations.NullMarked;
