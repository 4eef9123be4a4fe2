/**
 * How fast a post spreads now, how far it may still go, and how unusual a hashtag's pace is. Pure mathematics: the time is always an
 * argument.
 *
 * <p>{@link vigie.analysis.virality.Spread} is the state of one post, {@link vigie.trend.Trend} that of one hashtag,
 * {@link vigie.analysis.virality.SourcePace} what is usual on one platform.
 */
@NullMarked
package vigie.analysis.virality;

import org.jspecify.annotations.NullMarked;
