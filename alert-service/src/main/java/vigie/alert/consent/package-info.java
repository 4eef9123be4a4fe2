/**
 * Who agreed to be told at which address, and the proof of it. Without a consent an address gets one message: the question. A consent
 * belongs to channel and address, so a receiver whose address changes has to be asked again.
 */
@NullMarked
package vigie.alert.consent;

import org.jspecify.annotations.NullMarked;
