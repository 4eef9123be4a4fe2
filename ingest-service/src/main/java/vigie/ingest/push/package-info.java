/** The HTTP entrance: single posts, arrays and lines of JSON, checked field by field and confirmed only once Kafka holds them. */
@NullMarked
package vigie.ingest.push;

import org.jspecify.annotations.NullMarked;
