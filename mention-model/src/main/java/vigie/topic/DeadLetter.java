package vigie.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Where a record came from that could not be read or done, and why. It travels in headers, so that key and value stay byte for byte what
 * they were and can be put back on their topic.
 *
 * @param topic the topic it was read from
 * @param reader which reader gave up: {@code analysis}, {@code index}, {@code matching} …
 * @param reason one sentence for a person, without the record's own text
 */
public record DeadLetter(String topic, int partition, long offset, String reader, String reason) {

    private static final String TOPIC = "vigie-topic";
    private static final String PARTITION = "vigie-partition";
    private static final String OFFSET = "vigie-offset";
    private static final String READER = "vigie-reader";
    private static final String REASON = "vigie-reason";
    private static final int LONGEST_REASON = 500;

    public DeadLetter {
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** The record for the dead-letter topic of {@link #topic}. */
    public ProducerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic + "-dlt", null, null, key, value, headers());
    }

    private List<Header> headers() {
        var headers = new ArrayList<Header>();
        headers.add(header(TOPIC, topic));
        headers.add(header(PARTITION, Integer.toString(partition)));
        headers.add(header(OFFSET, Long.toString(offset)));
        headers.add(header(READER, reader));
        headers.add(header(REASON, reason));
        return headers;
    }

    /** What {@link #record} wrote; a record without such headers was put there by somebody else. */
    public static DeadLetter of(ConsumerRecord<?, ?> letter) {
        var headers = letter.headers();
        var topic = text(headers, TOPIC);
        return new DeadLetter(
                topic.isEmpty() ? letter.topic().replaceFirst("-dlt$", "") : topic,
                (int) number(headers, PARTITION),
                number(headers, OFFSET),
                text(headers, READER),
                text(headers, REASON));
    }

    private static Header header(String key, String value) {
        return new RecordHeader(key, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Headers headers, String key) {
        var header = headers.lastHeader(key);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static long number(Headers headers, String key) {
        try {
            return Long.parseLong(text(headers, key));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
