/** Whether Vigie is listening, seen from a second terminal: processes, sources, and each stage on the way of a post. */
@NullMarked
package vigie.local.status;

import org.jspecify.annotations.NullMarked;
