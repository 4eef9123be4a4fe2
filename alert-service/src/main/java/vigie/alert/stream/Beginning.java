package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Since when a part of a brand is counted.
 *
 * @param bucket the first that was counted as it came
 * @param asked whether the index was asked for what came before
 */
record Beginning(long bucket, boolean asked) {

    static final BinarySerde<Beginning> SERDE = new BinarySerde<>(Beginning::write, Beginning::read);

    private static void write(Beginning beginning, DataOutput out) throws IOException {
        out.writeLong(beginning.bucket);
        out.writeBoolean(beginning.asked);
    }

    private static Beginning read(DataInput in) throws IOException {
        return new Beginning(in.readLong(), in.readBoolean());
    }
}
