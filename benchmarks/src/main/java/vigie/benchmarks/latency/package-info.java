/** How long an alert takes through the whole running product under load: from the answer to a push to the alert in Kafka. */
@NullMarked
package vigie.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
