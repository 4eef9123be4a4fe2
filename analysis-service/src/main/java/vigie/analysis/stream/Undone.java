package vigie.analysis.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigie.topic.DeadLetter;

/**
 * A record that cannot be read or done becomes a dead letter, and the stream goes on; the letter is part of the same transaction as
 * everything else. Trouble that is not the record's fault (disk, broker) stops the task instead, so that nothing is skipped.
 */
public final class Undone implements ProcessingExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Undone.class);
    private static final String READER = "analysis";

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception e) {
        if (context.topic() == null || e instanceof KafkaException && !(e instanceof SerializationException)) {
            return Response.fail();
        }
        var reason = reason(e);
        log.warn("{}-{}@{} cannot be used: {}", context.topic(), context.partition(), context.offset(), reason);
        var letter = new DeadLetter(context.topic(), context.partition(), context.offset(), READER, reason);
        return Response.resume(List.of(letter.record(context.sourceRawKey(), context.sourceRawValue())));
    }

    /** Only our own messages are known not to quote what people wrote. */
    private static String reason(Exception e) {
        var ours = e.getClass() == IllegalArgumentException.class || e instanceof SerializationException;
        return ours && e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
    }

    @Override
    public void configure(Map<String, ?> config) {
        // nothing to set
    }
}
