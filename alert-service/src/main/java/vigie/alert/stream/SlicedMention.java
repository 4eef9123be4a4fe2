package vigie.alert.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which slices a mention is counted, and in which bucket of each, so that it can be taken out again: what its earlier versions said
 * is not told by the later ones.
 */
record SlicedMention(Map<String, Long> buckets) {

    static final BinarySerde<SlicedMention> SERDE = new BinarySerde<>(SlicedMention::write, SlicedMention::read);

    static final SlicedMention NOWHERE = new SlicedMention(Map.of());

    private static void write(SlicedMention mention, DataOutput out) throws IOException {
        out.writeShort(mention.buckets.size());
        for (var entry : new TreeMap<>(mention.buckets).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    private static SlicedMention read(DataInput in) throws IOException {
        var buckets = new TreeMap<String, Long>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            buckets.put(in.readUTF(), in.readLong());
        }
        return new SlicedMention(buckets);
    }
}
