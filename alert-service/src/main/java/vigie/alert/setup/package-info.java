/**
 * What people set up: brands, rules, receivers and silences. Every instance holds all of it in memory, read from compacted topics;
 * whoever changes something writes to the topic and sees it come back like everybody else.
 */
@NullMarked
package vigie.alert.setup;

import org.jspecify.annotations.NullMarked;
