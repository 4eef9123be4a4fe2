/** JSON on the wire: the one mapper, and a Kafka serde per record. */
@NullMarked
package vigie.json;

import org.jspecify.annotations.NullMarked;
