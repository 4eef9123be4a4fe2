/**
 * Tells the detectors what was said before a rule asked for it: questions on a topic, the index's counts back on the same one, so that
 * neither a slow index nor a crash holds a detector up.
 */
@NullMarked
package vigie.alert.lookback;

import org.jspecify.annotations.NullMarked;
