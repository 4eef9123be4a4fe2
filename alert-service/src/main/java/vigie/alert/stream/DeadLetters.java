package vigie.alert.stream;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.topic.DeadLetter;
import vigie.topic.Topic;
import vigie.topic.Topics;

/**
 * Puts a record that cannot be read or counted aside, in the same transaction as everything else, and goes on. What is not the
 * record's fault (disk, broker) stops the task instead, so that nothing is skipped. Public because Kafka Streams makes it by name.
 */
public final class DeadLetters implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String READER = "alerts";

    /** Compacted tables have no dead letters: the next row of the key mends it. */
    private static final Set<String> WITH_LETTERS =
            Topics.ALL.stream().filter(t -> !t.compacted()).map(Topic::name).collect(Collectors.toUnmodifiableSet());

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> row, Exception e) {
        return DeserializationExceptionHandler.Response.resume(
                letters(row.topic(), row.partition(), row.offset(), row.key(), row.value(), e));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(ErrorHandlerContext context, Record<?, ?> row, Exception e) {
        if (context.topic() == null || (e instanceof KafkaException && !(e instanceof SerializationException))) {
            return ProcessingExceptionHandler.Response.fail();
        }
        return ProcessingExceptionHandler.Response.resume(letters(
                context.topic(),
                context.partition(),
                context.offset(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                e));
    }

    private static List<ProducerRecord<byte[], byte[]>> letters(
            String topic, int partition, long offset, byte[] key, byte[] value, Exception e) {
        // other messages may quote what people wrote
        var reason = e instanceof SerializationException && e.getMessage() != null
                ? e.getMessage()
                : e.getClass().getSimpleName();
        log.warn("{}-{}@{} cannot be used: {}", topic, partition, offset, reason);
        return WITH_LETTERS.contains(topic)
                ? List.of(new DeadLetter(topic, partition, offset, READER, reason).record(key, value))
                : List.of();
    }

    @Override
    public void configure(Map<String, ?> config) {
        // nothing to set
    }
}
