package vigie.analysis.index;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import vigie.store.StoreWrite;
import vigie.topic.Topics;

/**
 * Reads what is to be found later and hands it to the index. Offsets are committed once the whole batch is written, so a batch may be
 * written twice; its documents carry versions and come out the same.
 */
@Component
class IndexListener {

    private final IndexWriter writer;

    IndexListener(IndexWriter writer) {
        this.writer = writer;
    }

    @KafkaListener(id = "${vigie.index.group:vigie-index}-posts", topics = "posts")
    void posts(List<ConsumerRecord<byte[], byte[]>> records) {
        writer.write(Topics.POSTS, records, (record, event) -> StoreWrite.post(event, record.timestamp()));
    }

    @KafkaListener(id = "${vigie.index.group:vigie-index}-mentions", topics = "analysed-mentions")
    void mentions(List<ConsumerRecord<byte[], byte[]>> records) {
        writer.write(Topics.ANALYSED_MENTIONS, records, (record, mention) -> StoreWrite.mention(mention));
    }

    @KafkaListener(id = "${vigie.index.group:vigie-index}-alerts", topics = "alerts")
    void alerts(List<ConsumerRecord<byte[], byte[]>> records) {
        writer.write(Topics.ALERTS, records, (record, alert) -> StoreWrite.alert(alert));
    }
}
