/** The command line of Vigie: one class per command, in the room it belongs to; here is only the list of them. */
@NullMarked
package vigie.local;

import org.jspecify.annotations.NullMarked;
