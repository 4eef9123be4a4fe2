/** The mathematics without the services: back-tests over recorded counts and counters, sentiment over a file of texts. */
@NullMarked
package vigie.local.offline;

import org.jspecify.annotations.NullMarked;
