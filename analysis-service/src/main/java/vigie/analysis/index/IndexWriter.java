package vigie.analysis.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vigie.store.BulkResult;
import vigie.store.BulkResult.Rejected;
import vigie.store.MentionStore;
import vigie.store.StoreUnavailable;
import vigie.store.StoreWrite;
import vigie.topic.Topic;

/** Writes a batch of records to the index; what can never be written becomes a dead letter. */
@Component
class IndexWriter {

    private static final Logger log = LoggerFactory.getLogger(IndexWriter.class);

    private final MentionStore store;
    private final DeadLetters letters;

    IndexWriter(MentionStore store, DeadLetters letters) {
        this.store = store;
        this.letters = letters;
    }

    /**
     * Returns when every record is in the index or among the dead letters.
     *
     * @throws vigie.store.StoreUnavailable when it cannot be written now; the batch is to be given again
     */
    <V> void write(
            Topic<V> topic,
            List<ConsumerRecord<byte[], byte[]>> records,
            BiFunction<ConsumerRecord<byte[], byte[]>, V, StoreWrite> toWrite) {
        var readable = new ArrayList<ConsumerRecord<byte[], byte[]>>(records.size());
        var writes = new ArrayList<StoreWrite>(records.size());
        var lost = new ArrayList<Lost>();
        var deserializer = topic.valueSerde().deserializer();
        for (var record : records) {
            try {
                var value = deserializer.deserialize(topic.name(), record.value());
                if (value == null) {
                    lost.add(new Lost(record, "a record without value"));
                    continue;
                }
                writes.add(toWrite.apply(record, value));
                readable.add(record);
            } catch (RuntimeException e) {
                lost.add(new Lost(record, "cannot be read: " + e.getClass().getSimpleName()));
            }
        }
        if (!writes.isEmpty()) {
            var items = bulk(writes).items();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Rejected rejected) {
                    lost.add(new Lost(readable.get(i), rejected.reason()));
                }
            }
        }
        if (!lost.isEmpty()) {
            log.warn(
                    "{} records of {} cannot be indexed, the first because: {}",
                    lost.size(),
                    topic.name(),
                    lost.get(0).reason());
            letters.send(lost);
        }
    }

    private BulkResult bulk(List<StoreWrite> writes) {
        try {
            return store.bulk(writes);
        } catch (StoreUnavailable e) {
            log.warn("{} records wait for the index: {}", writes.size(), e.getMessage());
            throw e;
        }
    }

    /** A record that will never be in the index, and why. */
    record Lost(ConsumerRecord<byte[], byte[]> record, String reason) {}
}
