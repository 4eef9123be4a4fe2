/**
 * Which brands a post concerns: all tracked queries of all brands against each post, exactly once.
 *
 * <p>A table of the words queries wait under narrows thousands of them down to a few candidates; the reference evaluator of {@code
 * vigie.query} decides. A post that matches nothing is told too, so that an edit or a deletion withdraws what was said of it before.
 */
@NullMarked
package vigie.ingest.matching;

import org.jspecify.annotations.NullMarked;
