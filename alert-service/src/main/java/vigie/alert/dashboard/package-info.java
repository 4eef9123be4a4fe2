/**
 * The public API: what people look at and what they decide, as HTTP. Reads come from the mention index and from what people set up;
 * every decision becomes a record on a topic before it is answered.
 */
@NullMarked
package vigie.alert.dashboard;

import org.jspecify.annotations.NullMarked;
