package vigie.ingest.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vigie.ingest.Instance;
import vigie.ingest.KafkaWriter;
import vigie.model.Post;
import vigie.model.SourceStatus;
import vigie.topic.Topics;

/** Counts what came in by push and reports it like any other source, so that people see whether something still arrives. */
@Component
class PushCounters {

    static final String SOURCE = "push";

    /** Posts of further platforms are only part of the whole. */
    private static final int MOST_PLATFORMS = 50;

    private final Instance instance;
    private final KafkaWriter writer;
    private final Clock clock;
    private final Counter accepted;
    private final Counter rejected;
    private final Map<String, Long> platforms = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Instant> lastPost = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastTaken = new AtomicReference<>();

    PushCounters(Instance instance, KafkaWriter writer, Clock clock, MeterRegistry meters) {
        this.instance = instance;
        this.writer = writer;
        this.clock = clock;
        accepted = meters.counter("vigie.push.accepted");
        rejected = meters.counter("vigie.push.rejected");
    }

    void taken(List<Post> posts) {
        accepted.increment(posts.size());
        for (var post : posts) {
            if (platforms.size() < MOST_PLATFORMS || platforms.containsKey(post.platform())) {
                platforms.merge(post.platform(), 1L, Long::sum);
            }
        }
        posts.stream()
                .map(Post::eventTime)
                .max(Instant::compareTo)
                .ifPresent(newest -> lastPost.accumulateAndGet(newest, (a, b) -> a == null || a.isBefore(b) ? b : a));
        lastTaken.set(clock.instant());
    }

    void refused(int items) {
        rejected.increment(items);
    }

    @Scheduled(fixedDelayString = "5s")
    void report() {
        if (lastTaken.get() != null) {
            var status = new SourceStatus(
                    SOURCE,
                    instance.instance(),
                    "up",
                    lastTaken.get(),
                    lastPost.get(),
                    (long) accepted.count(),
                    (long) rejected.count(),
                    null,
                    clock.instant(),
                    platforms);
            var unused = writer.write(Topics.SOURCE_STATUS, SOURCE, status);
        }
    }
}
