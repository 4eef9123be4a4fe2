package vigie.analysis.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** What {@link Packed} reads from. Throws {@link IndexOutOfBoundsException} where bytes are missing. */
final class PackedIn {

    private final byte[] bytes;
    private int at;

    PackedIn(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
    }

    byte get() {
        return bytes[at++];
    }

    long number() {
        var value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    int count() {
        var value = unsigned();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new SerializationException("no count");
        }
        return (int) value;
    }

    /** So much room and no more than there can be elements left, whatever a broken count says. */
    int atMost(int size) {
        return Math.min(size, bytes.length - at);
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            var next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new SerializationException("no number");
    }

    double real() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | bytes[at++] & 0xFF;
        }
        return Double.longBitsToDouble(bits);
    }

    @Nullable
    String text() {
        var length = count() - 1;
        if (length < 0) {
            return null;
        }
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
