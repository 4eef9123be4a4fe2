package vigie.local.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code vigie status} says, and the shape of its JSON.
 *
 * @param problem why sources and stages could not be read, if so
 */
record Report(
        boolean running,
        String data,
        Instant at,
        List<ProcessLine> processes,
        List<SourceLine> sources,
        List<StageLine> stages,
        @Nullable String problem) {

    Report {
        processes = List.copyOf(processes);
        sources = List.copyOf(sources);
        stages = List.copyOf(stages);
    }

    /**
     * A process.
     *
     * @param health {@code ready}, {@code not ready} or {@code stopped}
     * @param megabytes resident memory, of all it has started, too
     */
    record ProcessLine(
            String name,
            @Nullable Long pid,
            int port,
            String health,
            @Nullable Instant since,
            @Nullable Long megabytes) {}

    /**
     * A source.
     *
     * @param lastPost when its newest post was written
     * @param lastReached last time it answered, or something came from it
     * @param lagSeconds from a post being written to its arrival here, the middle of the last minute's posts
     * @param perMinute posts of the last minute
     */
    record SourceLine(
            String source,
            String state,
            @Nullable Instant lastPost,
            @Nullable Instant lastReached,
            @Nullable Long lagSeconds,
            long perMinute,
            long malformed,
            @Nullable String error) {}

    /**
     * A stage: what it writes, and who reads it.
     *
     * @param last when the last record was written
     * @param perMinute records of the last minute
     */
    record StageLine(String stage, String topic, @Nullable Instant last, long perMinute, List<Reader> readers) {
        StageLine {
            readers = List.copyOf(readers);
        }
    }

    /**
     * A consumer group.
     *
     * @param lag records it has not dealt with yet
     */
    record Reader(String group, long lag) {}
}
