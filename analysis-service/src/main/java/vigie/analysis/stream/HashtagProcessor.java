package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.model.HashtagHit;
import vigie.model.HashtagTrend;

/** Carries hashtag hits to the {@link HashtagLedger}, each post once however often it is read again. */
final class HashtagProcessor implements Processor<String, Object, String, HashtagTrend> {

    static final String HASHTAGS = "hashtags";
    static final String POSTS = "hashtag-posts";

    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofDays(40);
    private static final int SWEPT_AT_ONCE = 500;

    private final Duration words;
    private @Nullable Bound bound;

    HashtagProcessor(Duration words) {
        this.words = words;
    }

    private record Bound(
            ProcessorContext<String, HashtagTrend> context,
            KeyValueStore<String, HashtagState> hashtags,
            KeyValueStore<String, Long> posts,
            Sweep<Long> sweep) {}

    @Override
    public void init(ProcessorContext<String, HashtagTrend> context) {
        KeyValueStore<String, Long> posts = context.getStateStore(POSTS);
        bound = new Bound(context, context.getStateStore(HASHTAGS), posts, new Sweep<>(posts, SWEPT_AT_ONCE));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<String, Object> record) {
        var b = Objects.requireNonNull(bound);
        var hit = (HashtagHit) Reading.checked(record.key(), record.value());
        var use = record.key() + " " + hit.postId();
        if (b.posts.get(use) == null) {
            var step = HashtagLedger.hit(b.hashtags.get(record.key()), hit, Instant.ofEpochMilli(record.timestamp()));
            b.hashtags.put(record.key(), step.state());
            forward(b, step, record.timestamp());
        }
        b.posts.put(use, record.timestamp());
    }

    /** Tracked hashtags are few (brands name them), so all are looked at; the posts that used them are swept. */
    private void tick(long wallClock) {
        var b = Objects.requireNonNull(bound);
        var now = Instant.ofEpochMilli(wallClock);
        try (var all = b.hashtags.all()) {
            while (all.hasNext()) {
                var hashtag = all.next();
                if (hashtag.value.lastArrival().plus(IDLE).isBefore(now)) {
                    b.hashtags.delete(hashtag.key);
                    continue;
                }
                var step = HashtagLedger.passed(hashtag.key, hashtag.value, now);
                if (step.state() != hashtag.value) {
                    b.hashtags.put(hashtag.key, step.state());
                    forward(b, step, wallClock);
                }
            }
        }
        for (var use : b.sweep.next(now)) {
            if (use.value <= now.minus(words).toEpochMilli()) {
                b.posts.delete(use.key);
            }
        }
    }

    private static void forward(Bound b, HashtagLedger.Step step, long timestamp) {
        for (var trend : step.closed()) {
            b.context.forward(new Record<>(trend.brand(), trend, timestamp));
        }
    }
}
