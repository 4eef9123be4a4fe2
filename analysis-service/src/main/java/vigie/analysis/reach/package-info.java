/** How many people may have seen a post: an open formula, a range, and silence where nothing is known. */
@NullMarked
package vigie.analysis.reach;

import org.jspecify.annotations.NullMarked;
