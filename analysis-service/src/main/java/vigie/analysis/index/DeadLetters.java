package vigie.analysis.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import vigie.topic.DeadLetter;

/** Puts what could not be indexed where a person can look at it and try again. */
@Component
class DeadLetters implements AutoCloseable {

    private static final String READER = "index";

    private final Producer<byte[], byte[]> producer;

    @Autowired
    DeadLetters(KafkaProperties kafka) {
        var config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Returns when Kafka has them all; throws otherwise, so that nothing is passed over. */
    void send(List<IndexWriter.Lost> lost) {
        var sent = new ArrayList<Future<?>>(lost.size());
        for (var l : lost) {
            var record = l.record();
            var letter = new DeadLetter(record.topic(), record.partition(), record.offset(), READER, l.reason());
            sent.add(producer.send(letter.record(record.key(), record.value())));
        }
        try {
            for (var future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("dead letters could not be put away", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while putting dead letters away", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
