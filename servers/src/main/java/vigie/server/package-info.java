/**
 * The real Kafka broker and the real Elasticsearch as processes of their own, without Docker: for running Vigie on one machine and for
 * tests. What is known about starting, watching, stopping and reaping a process lives here, too.
 */
@NullMarked
package vigie.server;

import org.jspecify.annotations.NullMarked;
