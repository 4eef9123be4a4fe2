/**
 * Queries over time: which versions a brand's queries had, what another version would have caught, and the application of today's
 * queries to what was said before. Stored posts whose matches would change are sent down the ordinary road once more; nothing here
 * writes a mention.
 */
@NullMarked
package vigie.alert.history;

import org.jspecify.annotations.NullMarked;
