package vigie.analysis.stream;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A post's state as it lies in the store, with the time at which it must be looked at again in front: the walk through the store
 * reads that alone, and parses only what is due.
 *
 * @param dueAt wall clock (ms)
 */
record Kept(long dueAt, byte[] packed) {

    private static final Packed<PostState> STATES = Packed.of(PostState.class);
    private static final byte DATED = 1;
    private static final int HEAD = 1 + Long.BYTES;

    static Kept of(PostState state, long dueAt) {
        return new Kept(dueAt, STATES.bytes(state));
    }

    PostState state() {
        return STATES.value(packed);
    }

    /** What was stored before states were dated begins with a brace, and is due at once. */
    static final class KeptSerde implements Serde<Kept> {

        @Override
        public Serializer<Kept> serializer() {
            return (topic, kept) -> kept == null ? null : bytes(kept);
        }

        @Override
        public Deserializer<Kept> deserializer() {
            return (topic, bytes) -> bytes == null ? null : kept(bytes);
        }

        private static byte[] bytes(Kept kept) {
            return ByteBuffer.allocate(HEAD + kept.packed.length)
                    .put(DATED)
                    .putLong(kept.dueAt)
                    .put(kept.packed)
                    .array();
        }

        private static @Nullable Kept kept(byte[] bytes) {
            if (bytes[0] != DATED) {
                return new Kept(Long.MIN_VALUE, bytes);
            }
            var packed = new byte[bytes.length - HEAD];
            System.arraycopy(bytes, HEAD, packed, 0, packed.length);
            return new Kept(ByteBuffer.wrap(bytes).getLong(1), packed);
        }
    }
}
