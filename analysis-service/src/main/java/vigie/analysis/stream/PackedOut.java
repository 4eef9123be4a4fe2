package vigie.analysis.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What {@link Packed} writes to: small numbers take few bytes. */
final class PackedOut {

    private byte[] bytes = new byte[256];
    private int size;

    void put(byte value) {
        room(1);
        bytes[size++] = value;
    }

    /** Seven bits a byte, the sign last, so that small negative ones are short too. */
    void number(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    /** A number that is never negative. */
    void count(int value) {
        unsigned(value);
    }

    private void unsigned(long value) {
        room(10);
        var left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void real(double value) {
        room(8);
        var bits = Double.doubleToRawLongBits(value);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    void text(@Nullable String text) {
        if (text == null) {
            count(0);
            return;
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        count(utf8.length + 1);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
