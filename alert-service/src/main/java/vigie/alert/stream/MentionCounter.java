package vigie.alert.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import vigie.alert.spike.FiveMinutes;
import vigie.model.AnalysedMention;

/** Counts mentions by event time and has the open buckets judged at once; the rest waits for the {@link Clockwork}. */
@SuppressWarnings("NullAway.Init") // opened() comes before anything else
final class MentionCounter extends AlertProcessor<AnalysedMention> {

    private static final Duration TICK = Duration.ofMillis(50);

    /** A series is peeked at no more often than this (ms); what came meanwhile waits for the tick. */
    private static final long BETWEEN_PEEKS = 50;

    /** Records older than this (ms) when read show that a back-log is being read. */
    private static final long BACKLOG = 60_000;

    private final Map<Series, Long> peekedAt = new HashMap<>();
    private final Map<Series, Cause> waiting = new LinkedHashMap<>();
    private final AlertMeters meters;
    private Clockwork clockwork;

    MentionCounter(AlertMeters meters, LongSupplier setupChanges) {
        super(setupChanges);
        this.meters = meters;
    }

    @Override
    void opened(ProcessorContext<String, Object> context, AlertState state) {
        clockwork = new Clockwork(state, context.currentSystemTimeMs());
        for (var series : state.watches().all()) {
            waiting.put(series, Cause.tick(context.currentSystemTimeMs()));
        }
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    void process(Record<String, AnalysedMention> row, AlertState state, long now) {
        var mention = row.value();
        if (now - row.timestamp() > BACKLOG) {
            clockwork.backlogAt(now);
        }
        var since = state.brands().admit(mention, now);
        if (since == null) {
            meters.ofEarlierBrand();
            return;
        }
        var cause = new Cause(Instant.ofEpochMilli(now), row.timestamp());
        var bucket = FiveMinutes.of(mention.eventTime());
        Changes.of(mention, metric -> state.watchlist().asks(mention.brand(), metric))
                .forEach((metric, difference) ->
                        count(state, mention, since, new Sliced.Change(metric, bucket, difference), cause));
        for (var change : state.sliced().changes(mention, now)) {
            count(state, mention, since, change, cause);
        }
        moveStory(state, mention, bucket);
    }

    /** It is counted where it was, but found to tell a story that others told before: explanations name that one. */
    private static void moveStory(AlertState state, AnalysedMention mention, long bucket) {
        var before = mention.before();
        var story = mention.story();
        if (before == null || before.story() == null || story == null || story.equals(before.story())) {
            return;
        }
        for (var metric : Changes.unchanged(mention, m -> state.watchlist().asks(mention.brand(), m))) {
            state.voices().moveStory(new Series(mention.brand(), metric), bucket, before.story(), story);
        }
    }

    private void count(AlertState state, AnalysedMention mention, Instant since, Sliced.Change change, Cause cause) {
        var series = new Series(mention.brand(), change.metric());
        state.counts()
                .add(series, change.bucket(), change.difference(), cause.now().toEpochMilli());
        state.voices().add(series, change.bucket(), change.difference(), mention);
        state.platforms().add(series, change.bucket(), change.difference(), Voices.platform(mention));
        if (state.watchlist().termed().contains(series)) {
            state.terms()
                    .add(
                            series,
                            change.bucket(),
                            change.difference(),
                            mention,
                            cause.now().toEpochMilli());
        }
        state.plain().touch(mention.brand(), change.bucket());
        counted(state, series, since, change.bucket(), cause);
    }

    private void counted(AlertState state, Series series, Instant since, long bucket, Cause cause) {
        var now = cause.now().toEpochMilli();
        var watch = state.watches().get(series);
        var isLive = bucket >= Judge.frontier(now);
        if (watch == null ? !isLive : bucket < watch.next()) {
            state.corrections().add(series, bucket, now);
            return;
        }
        if (watch == null) {
            // a platform whose clock is ahead must not make us wait for it
            var first = Math.min(bucket, FiveMinutes.of(cause.now()));
            state.watches().put(series, Watch.from(first, state.watchlist().zone(series.brand())));
        }
        if (isLive) {
            if (now - peekedAt.getOrDefault(series, 0L) >= BETWEEN_PEEKS) {
                peek(state, series, since, cause);
            } else {
                waiting.put(series, cause);
            }
        }
    }

    private void peek(AlertState state, Series series, Instant since, Cause cause) {
        waiting.remove(series);
        peekedAt.put(series, cause.now().toEpochMilli());
        state.judge().peek(series, since, cause);
    }

    private void tick(long now) {
        var state = state(now);
        if (!waiting.isEmpty()) {
            var due = new ArrayList<>(Map.copyOf(waiting).entrySet());
            due.sort(Comparator.comparing(entry -> Series.isPart(entry.getKey().metric())));
            for (var entry : due) {
                var version = entry.getValue().version();
                peek(
                        state,
                        entry.getKey(),
                        state.brands().since(entry.getKey().brand()),
                        new Cause(Instant.ofEpochMilli(now), version));
            }
        }
        if (clockwork.tick(state, now)) {
            peekedAt.clear();
            clockwork.walkedAgain().forEach(series -> waiting.put(series, Cause.tick(now)));
            state.judge().unsaid().forEach(series -> waiting.putIfAbsent(series, Cause.tick(now)));
        }
    }
}
