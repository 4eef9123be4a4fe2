package vigie.alert.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Compact bytes for state that is read and written at every event; what leaves the topology is JSON. */
record BinarySerde<T>(Writing<T> writing, Reading<T> reading) implements Serde<T> {

    interface Writing<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    interface Reading<T> {
        T read(DataInput in) throws IOException;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : bytes(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> value(bytes);
    }

    private byte[] bytes(T value) {
        var out = new ByteArrayOutputStream();
        try {
            writing.write(value, new DataOutputStream(out));
        } catch (IOException e) {
            throw new SerializationException("cannot write the state of a store", e);
        }
        return out.toByteArray();
    }

    private @Nullable T value(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return reading.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new SerializationException("cannot read the state of a store", e);
        }
    }
}
