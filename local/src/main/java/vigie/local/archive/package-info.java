/** The data folder as one file, and back. */
@NullMarked
package vigie.local.archive;

import org.jspecify.annotations.NullMarked;
