/** A receiver on one's own machine: takes what Vigie sends by HTTP and by mail, checks it, and prints it. */
@NullMarked
package vigie.local.receive;

import org.jspecify.annotations.NullMarked;
