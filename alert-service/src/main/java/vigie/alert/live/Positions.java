package vigie.alert.live;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vigie.topic.Topic;
import vigie.topic.Topics;

/**
 * How far the topics have been read: the next offset of every partition. Written as text it is an event's id, so any instance can
 * continue where another stopped.
 */
final class Positions {

    /** Letter in the text → topic followed. */
    static final Map<String, Topic<?>> FOLLOWED =
            new TreeMap<>(Map.of("m", Topics.ANALYSED_MENTIONS, "a", Topics.ALERTS, "n", Topics.NOTIFICATIONS));

    private static final int LONGEST = 8_192;
    private static final Pattern PART = Pattern.compile("([amn])(\\d{1,5}):(\\d{1,18})");
    private static final Map<String, String> LETTERS = FOLLOWED.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getValue().name(), Map.Entry::getKey));

    private final TreeMap<String, Long> next = new TreeMap<>();

    Positions() {}

    private Positions(Map<String, Long> next) {
        this.next.putAll(next);
    }

    Positions copy() {
        return new Positions(next);
    }

    void set(TopicPartition partition, long offset) {
        next.put(name(partition), offset);
    }

    @Nullable
    Long get(TopicPartition partition) {
        return next.get(name(partition));
    }

    boolean samePartitions(Positions other) {
        return next.keySet().equals(other.next.keySet());
    }

    /** How many records lie between, at most; negative when this is ahead of the other anywhere. */
    long distanceTo(Positions other) {
        long distance = 0;
        for (var entry : next.entrySet()) {
            var step = other.next.getOrDefault(entry.getKey(), 0L) - entry.getValue();
            if (step < 0) {
                return -1;
            }
            distance += step;
        }
        return distance;
    }

    static Optional<Positions> parse(String text) {
        var positions = new Positions();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (var part : text.split(",", -1)) {
            var m = PART.matcher(part);
            if (!m.matches()) {
                return Optional.empty();
            }
            positions.next.put(m.group(1) + m.group(2), Long.parseLong(m.group(3)));
        }
        return Optional.of(positions);
    }

    @Override
    public String toString() {
        return next.entrySet().stream()
                .map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(","));
    }

    private static String name(TopicPartition partition) {
        return LETTERS.get(partition.topic()) + partition.partition();
    }
}
