/** Tells a Microsoft Teams channel through a Workflows webhook, with an Adaptive Card. */
@NullMarked
package vigie.alert.notify.teams;

import org.jspecify.annotations.NullMarked;
