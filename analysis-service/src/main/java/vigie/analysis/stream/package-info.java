/**
 * The topology: what was said of each post is kept here and nowhere else, so that repeats, edits, deletions, corrections and moving
 * counters each become exactly the difference they make.
 *
 * <p>{@code PostLedger} and {@code HashtagLedger} decide, without Kafka; the processors only carry records and state to them and back.
 * State: {@code posts} (a few hundred bytes a post, written at every change), {@code words} (the post itself, written when its words
 * change, so that counters cost little), {@code paces} (what is usual on a platform), {@code stories} (sketches of the posts that told
 * a story first), {@code hashtags} and {@code hashtag-posts}.
 */
@NullMarked
package vigie.analysis.stream;

import org.jspecify.annotations.NullMarked;
