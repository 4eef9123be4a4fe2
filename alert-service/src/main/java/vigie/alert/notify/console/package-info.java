/** Tells whoever reads the service's log; for trying things out. */
@NullMarked
package vigie.alert.notify.console;

import org.jspecify.annotations.NullMarked;
