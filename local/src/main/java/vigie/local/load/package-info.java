/** Brings files and made-up posts in by the front entrance: reading, batching, patience, and an account of what was refused. */
@NullMarked
package vigie.local.load;

import org.jspecify.annotations.NullMarked;
