/**
 * What happens now, as it happens: one reader follows the topics from their end and hands every event to the browsers that listen and
 * to requests that wait for their own effect.
 */
@NullMarked
package vigie.alert.live;

import org.jspecify.annotations.NullMarked;
