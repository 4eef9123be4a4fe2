/**
 * Everything on one machine: Kafka, Elasticsearch and the three services as processes, started in order, watched, stopped in reverse
 * order; and the folder where it is all kept.
 */
@NullMarked
package vigie.local.stack;

import org.jspecify.annotations.NullMarked;
