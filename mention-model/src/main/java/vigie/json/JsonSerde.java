package vigie.json;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** A record as JSON bytes, without type headers; {@code null} is a tombstone. */
public final class JsonSerde<T> implements Serde<T> {

    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final String name;

    private JsonSerde(Class<T> type) {
        writer = Json.mapper().writerFor(type);
        reader = Json.mapper().readerFor(type);
        name = type.getSimpleName();
    }

    public static <T> JsonSerde<T> of(Class<T> type) {
        return new JsonSerde<>(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : writer.writeValueAsBytes(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private @Nullable T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return reader.readValue(bytes);
        } catch (JacksonException e) {
            // the original message quotes the source, which is people's text
            throw new SerializationException(
                    "not a " + name + ": " + e.getClass().getSimpleName());
        }
    }
}
