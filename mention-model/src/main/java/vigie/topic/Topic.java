package vigie.topic;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import vigie.json.JsonSerde;

/**
 * A topic and what it holds. Keys are always strings.
 *
 * @param retention how long records stay; {@code null} for ever (compacted topics keep the last record of each key)
 * @param spread whether its partitions follow the setting; otherwise one partition
 */
public record Topic<V>(String name, Class<V> type, @Nullable Duration retention, boolean compacted, boolean spread) {

    public Serde<String> keySerde() {
        return Serdes.String();
    }

    public Serde<V> valueSerde() {
        return JsonSerde.of(type);
    }

    /** Where records of this topic go that could not be read or done. */
    public String deadLetters() {
        return name + "-dlt";
    }
}
