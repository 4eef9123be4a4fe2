package vigie.analysis.story;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import vigie.model.PostId;

/**
 * What is kept of a story: a sketch of the post that told it first, and when it was told last. Everything else is compared with that
 * post and never with another copy, lest a chain of small differences tie unlike texts together.
 *
 * @param story 64 bits of the id
 * @param sketch absent for a share without words
 * @param post hash of the first post's id
 * @param shared hash of the id of the post that one shares, 0 when none
 * @param firstAt event time (ms) of its oldest telling, within the hour
 * @param lastAt of its newest, within the hour
 * @param touchedAt when a telling arrived last (ms), within the hour
 */
public record Leader(
        long story, @Nullable Sketch sketch, long post, long shared, long firstAt, long lastAt, long touchedAt) {

    static final int NONE = 0;

    static Leader of(Telling telling, long arrivedAt) {
        var at = telling.at().toEpochMilli();
        var shared = telling.shared();
        return new Leader(
                bits(telling.story()),
                telling.sketch(),
                hash(telling.postId()),
                shared == null ? NONE : hash(shared),
                at,
                at,
                arrivedAt);
    }

    static long bits(String story) {
        return Long.parseUnsignedLong(story, 16);
    }

    static long hash(String postId) {
        return bits(PostId.hash(postId).substring(0, 16));
    }

    /** Its id as mentions carry it. */
    public String id() {
        return id(story);
    }

    static String id(long story) {
        var hex = Long.toHexString(story);
        return "0".repeat(16 - hex.length()) + hex;
    }

    Leader told(long at, long arrivedAt) {
        return new Leader(story, sketch, post, shared, Math.min(firstAt, at), Math.max(lastAt, at), arrivedAt);
    }

    /** The same words again after so long a time that it is another telling of them. */
    Leader toldAnew(long at, long arrivedAt) {
        return new Leader(story, sketch, post, shared, at, at, arrivedAt);
    }

    /** As it is stored. */
    public byte[] bytes() {
        var drawn = sketch == null ? new byte[0] : sketch.bytes();
        return ByteBuffer.allocate(48 + drawn.length)
                .putLong(story)
                .putLong(post)
                .putLong(shared)
                .putLong(firstAt)
                .putLong(lastAt)
                .putLong(touchedAt)
                .put(drawn)
                .array();
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException when these are not the bytes of a story
     */
    public static Leader of(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            var story = in.getLong();
            var post = in.getLong();
            var shared = in.getLong();
            var firstAt = in.getLong();
            var lastAt = in.getLong();
            var touchedAt = in.getLong();
            var drawn = new byte[in.remaining()];
            in.get(drawn);
            return new Leader(
                    story, drawn.length == 0 ? null : Sketch.of(drawn), post, shared, firstAt, lastAt, touchedAt);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("not a story", e);
        }
    }
}
