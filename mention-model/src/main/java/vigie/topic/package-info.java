/** The topics: name, key, value, partitions, retention and compaction, written once and typed. */
@NullMarked
package vigie.topic;

import org.jspecify.annotations.NullMarked;
