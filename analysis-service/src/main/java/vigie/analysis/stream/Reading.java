package vigie.analysis.stream;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import vigie.topic.Topic;

/**
 * Reads a topic's values and hands on what is wrong with an unreadable one instead of throwing, so that a record that cannot be read
 * and one that cannot be done take the same way out, in the same transaction.
 */
record Reading(Deserializer<?> deserializer) implements Deserializer<Object> {

    /** Stands for a value that could not be read. */
    record Unreadable(String reason) {}

    static Reading of(Topic<?> topic) {
        return new Reading(topic.valueSerde().deserializer());
    }

    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        try {
            return deserializer.deserialize(topic, bytes);
        } catch (SerializationException e) {
            return new Unreadable(e.getMessage() == null ? "not readable" : e.getMessage());
        }
    }

    /** @throws IllegalArgumentException for what has no value or an unreadable one */
    static Object checked(@Nullable Object key, @Nullable Object value) {
        if (key == null || value == null) {
            throw new IllegalArgumentException("a record without key or value");
        }
        if (value instanceof Unreadable unreadable) {
            throw new IllegalArgumentException(unreadable.reason);
        }
        return value;
    }
}
