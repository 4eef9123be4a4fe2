package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The count of one bucket, and when it last changed by the wall clock (ms). */
record Cell(long count, long changedAt) {

    static final BinarySerde<Cell> SERDE = new BinarySerde<>(Cell::write, Cell::read);

    private static void write(Cell cell, DataOutput out) throws IOException {
        out.writeLong(cell.count);
        out.writeLong(cell.changedAt);
    }

    private static Cell read(DataInput in) throws IOException {
        return new Cell(in.readLong(), in.readLong());
    }
}
