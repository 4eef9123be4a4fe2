/**
 * Tells people, once, what they asked to be told.
 *
 * <p>An alert passes small {@link vigie.alert.notify.Stage}s that decide whom to tell and why not: consent, quiet hours, silences, what a
 * larger incident or somebody's care makes unnecessary, the routing tree, gathering, and whether it was told before. Each decision is a row
 * of the ledger. What is left is pending there until it is due, is looked at once more, sent by the {@link vigie.alert.notify.Notifier} of
 * its way, tried again while that may help, and written down as told. Each channel is a package of its own that none other knows.
 */
@NullMarked
package vigie.alert.notify;

import org.jspecify.annotations.NullMarked;
