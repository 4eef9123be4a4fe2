/**
 * Fills the index from the topics: posts, analysed mentions, alerts. A slow or missing Elasticsearch delays the index and nothing else;
 * Kafka keeps what is waiting.
 */
@NullMarked
package vigie.analysis.index;

import org.jspecify.annotations.NullMarked;
