package vigie.local.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends a file's posts in batches, in the file's order or in its rhythm, and keeps the account. */
public final class Importer {

    /** The service takes larger bodies; this keeps one answer within a second or so. */
    static final int BATCH_POSTS = 1_000;

    static final int BATCH_CHARACTERS = 2_000_000;

    private static final Duration RHYTHM_BATCH = Duration.ofMillis(100);

    private final PushClient client;
    private final Clock clock;

    public Importer(PushClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * @param speed 0 = as fast as it goes; otherwise the file's rhythm, so many times faster
     * @param shiftToNow move the dates so that the posts are of today
     * @param progress told the bytes of the file read so far
     */
    public ImportSummary run(Path file, Columns columns, double speed, boolean shiftToNow, Consumer<Long> progress)
            throws IOException, InterruptedException {
        var timeline = timeline(file, columns, speed, shiftToNow);
        var summary = new ImportSummary();
        try (var source = new PostFile(file)) {
            var batch = new Batch(summary);
            for (Iterator<String> lines = source.lines(columns).iterator(); lines.hasNext(); ) {
                var line = lines.next();
                var published = Timeline.publishedAt(line);
                if (published.isPresent()) {
                    if (speed > 0) {
                        batch.sendAndWaitUntil(timeline.sendAt(published.get()));
                    }
                    line = timeline.dated(line, published.get());
                }
                batch.add(line);
                progress.accept(source.bytesRead());
            }
            batch.send();
            progress.accept(source.bytesRead());
        }
        return summary;
    }

    private Timeline timeline(Path file, Columns columns, double speed, boolean shift) throws IOException {
        var start = clock.instant();
        if (speed == 0 && !shift) {
            return new Timeline(speed, false, start, start, start);
        }
        Instant first = null;
        Instant last = null;
        try (var source = new PostFile(file)) {
            for (Iterator<String> lines = source.lines(columns).iterator(); lines.hasNext(); ) {
                var at = Timeline.publishedAt(lines.next()).orElse(null);
                if (at != null) {
                    first = first == null || at.isBefore(first) ? at : first;
                    last = last == null || at.isAfter(last) ? at : last;
                }
            }
        }
        return new Timeline(speed, shift, first == null ? start : first, last == null ? start : last, start);
    }

    private final class Batch {
        private final List<String> lines = new ArrayList<>();
        private final ImportSummary summary;
        private int characters;

        Batch(ImportSummary summary) {
            this.summary = summary;
        }

        void add(String line) throws IOException, InterruptedException {
            if (!lines.isEmpty() && (lines.size() >= BATCH_POSTS || characters + line.length() > BATCH_CHARACTERS)) {
                send();
            }
            lines.add(line);
            characters += line.length();
        }

        void sendAndWaitUntil(Instant moment) throws IOException, InterruptedException {
            var ahead = Duration.between(clock.instant(), moment);
            if (ahead.compareTo(RHYTHM_BATCH) > 0) {
                send();
                TimeUnit.MILLISECONDS.sleep(
                        Math.max(0, Duration.between(clock.instant(), moment).toMillis()));
            }
        }

        void send() throws IOException, InterruptedException {
            if (!lines.isEmpty()) {
                summary.add(client.posts(lines));
                lines.clear();
                characters = 0;
            }
        }
    }
}
