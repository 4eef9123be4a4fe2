/**
 * Tells people, once, what they asked to be told.
 *
 * <p>An alert passes small {@link vigie.alert.notify.Stage}s that decide whom to tell and why not; what is left is written down as
 * pending, sent by the receiver's {@link vigie.alert.notify.Notifier}, tried again while that may help, and written down as told. Each
 * channel is a package of its own that none other knows.
 */
@NullMarked
package vigie.alert.notify;

import org.jspecify.annotations.NullMarked;
