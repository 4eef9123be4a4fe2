/**
 * {@code vigie queries}: files of tracking queries, checked without a running service, so that a review or a build can refuse a
 * wrong query before it misses a crisis.
 */
@NullMarked
package vigie.local.queries;

import org.jspecify.annotations.NullMarked;
