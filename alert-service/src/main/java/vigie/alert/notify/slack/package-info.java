/** Tells a Slack channel through an incoming webhook, in Block Kit. */
@NullMarked
package vigie.alert.notify.slack;

import org.jspecify.annotations.NullMarked;
