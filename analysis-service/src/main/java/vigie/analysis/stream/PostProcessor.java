package vigie.analysis.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.Tunings;
import vigie.analysis.stream.Turn.Entry;
import vigie.analysis.virality.SourcePace;
import vigie.model.Correction;
import vigie.model.Engagement;
import vigie.model.Mention;
import vigie.model.StoryAnswer;
import vigie.topic.Topics;

/**
 * Carries records about posts, and the state of each, to the {@link PostLedger} and back. The ledger decides before anything is
 * written, so a record it cannot take leaves no trace but its dead letter.
 */
final class PostProcessor implements Processor<String, Object, String, Object> {

    static final String POSTS = "posts";
    static final String WORDS = "words";
    static final String PACES = "paces";

    /** Where mentions go, and where questions about stories go. */
    static final String SAID = "to-" + Topics.ANALYSED_MENTIONS.name();

    static final String ASKED = "to-" + Topics.STORY_SIGHTINGS.name();

    /** Where it goes what a brand can be learnt from. */
    static final String MOODS_TOLD = "to-" + Topics.BRAND_MOODS.name();

    static final String TAUGHT = "to-" + Topics.BRAND_LESSONS.name();

    static final String MOODS = "moods";
    static final String REREAD = "reread";

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int SWEPT_AT_ONCE = 500;
    private static final int TENTHS = 10;

    /** Whoever pushes posts names their platform. */
    private static final int MOST_RECENT_PACES = 1_000;

    private final PostLedger ledger;
    private final Tunings tunings;
    private final TuningSettings tuning;
    private int busy;
    private @Nullable Bound bound;

    PostProcessor(PostLedger ledger, Tunings tunings, TuningSettings tuning) {
        this.ledger = ledger;
        this.tunings = tunings;
        this.tuning = tuning;
    }

    /** What is known once the task runs. */
    private record Bound(
            ProcessorContext<String, Object> context,
            KeyValueStore<String, Kept> posts,
            KeyValueStore<String, Judged> words,
            KeyValueStore<String, SourcePace> paces,
            Map<String, SourcePace> recentPaces,
            Sweep<Kept> sweep,
            Moods moods,
            Rereading rereading) {}

    @Override
    public void init(ProcessorContext<String, Object> context) {
        KeyValueStore<String, Kept> posts = context.getStateStore(POSTS);
        bound = new Bound(
                context,
                posts,
                context.getStateStore(WORDS),
                context.getStateStore(PACES),
                new HashMap<>(),
                new Sweep<>(posts, SWEPT_AT_ONCE),
                new Moods(
                        context.getStateStore(MOODS),
                        tuning.halfLife(),
                        context.taskId().partition()),
                new Rereading(posts, context.getStateStore(REREAD), tunings, tuning.pause()));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
        context.schedule(TICK.dividedBy(TENTHS), PunctuationType.WALL_CLOCK_TIME, this::readAgain);
    }

    @Override
    public void process(Record<String, Object> record) {
        var b = Objects.requireNonNull(bound);
        var value = Reading.checked(record.key(), record.value());
        var entry = load(b, record.key());
        var at = new Moment(
                Instant.ofEpochMilli(record.timestamp()), Instant.ofEpochMilli(b.context.currentSystemTimeMs()));
        var pace = pace(b, record.key());
        var turn = turn(entry, value, at, pace);
        apply(b, entry, pace, turn, record.timestamp());
        busy++;
    }

    private Turn turn(Entry entry, Object value, Moment at, SourcePace pace) {
        if (value instanceof Mention mention) {
            return ledger.mention(entry, mention, at, pace);
        }
        if (value instanceof Engagement engagement) {
            return ledger.engagement(entry, engagement, at, pace);
        }
        if (value instanceof Correction correction) {
            return ledger.correction(entry, correction, at, pace);
        }
        if (value instanceof StoryAnswer answer) {
            return ledger.story(entry, answer, at, pace);
        }
        throw new AssertionError(value.getClass());
    }

    private void tick(long wallClock) {
        var b = Objects.requireNonNull(bound);
        var now = Instant.ofEpochMilli(wallClock);
        for (var post : b.sweep.next(now)) {
            if (post.value.dueAt() > wallClock) {
                continue;
            }
            var state = post.value.state();
            var words = PostLedger.mayFall(state) ? b.words.get(post.key) : null;
            var entry = new Entry(post.key, state, words);
            var pace = pace(b, post.key);
            var turn = ledger.passed(entry, now, pace);
            if (turn.entry() != entry) {
                apply(b, entry, pace, turn, wallClock);
                if (turn.entry().state().isEmpty()) {
                    Felt.aged(entry).forEach(lesson -> forward(b, lesson.brand(), lesson, wallClock, TAUGHT));
                }
            }
        }
        b.moods.told().forEach(mood -> forward(b, mood.brand(), mood, wallClock, MOODS_TOLD));
    }

    /** A few at a time, for nothing else is done meanwhile. Whatever arrives goes first; yet one is always read. */
    private void readAgain(long wallClock) {
        var b = Objects.requireNonNull(bound);
        var now = Instant.ofEpochMilli(wallClock);
        var most = Math.max(tuning.perSecond() / TENTHS - busy, 1);
        for (var id : b.rereading.next(now, most)) {
            var entry = load(b, id);
            var pace = pace(b, id);
            apply(b, entry, pace, ledger.tuned(entry, new Moment(now, now), pace), now.toEpochMilli());
        }
        busy = 0;
    }

    private void apply(Bound b, Entry before, SourcePace pace, Turn turn, long timestamp) {
        var after = turn.entry();
        var id = after.postId();
        if (after.state().isEmpty()) {
            if (!before.state().equals(PostState.NEW)) {
                b.posts.delete(id);
                b.words.delete(id);
            }
        } else if (!after.state().equals(before.state())) {
            b.posts.put(id, Kept.of(after.state(), ledger.dueAt(after.state())));
        }
        if (!Objects.equals(after.words(), before.words())) {
            b.words.put(id, after.words());
        }
        if (!turn.pace().equals(pace)) {
            keep(b, platform(id), turn.pace());
        }
        turn.said().forEach(mention -> forward(b, mention.brand(), mention, timestamp, SAID));
        turn.asked().forEach(sighting -> forward(b, sighting.brand(), sighting, timestamp, ASKED));
        var felt = Felt.between(before, after);
        b.moods.change(felt);
        Felt.lessons(felt, after).forEach(lesson -> forward(b, lesson.brand(), lesson, timestamp, TAUGHT));
    }

    private static void forward(Bound b, String key, Object value, long timestamp, String to) {
        b.context.forward(new Record<>(key, value, timestamp), to);
    }

    private static Entry load(Bound b, String id) {
        var kept = b.posts.get(id);
        return kept == null ? Entry.unknown(id) : new Entry(id, kept.state(), b.words.get(id));
    }

    /** Every post of a platform asks for it, so it is not read from bytes each time. */
    private static SourcePace pace(Bound b, String id) {
        var platform = platform(id);
        var recent = b.recentPaces.get(platform);
        if (recent != null) {
            return recent;
        }
        var pace = b.paces.get(platform);
        return pace == null ? SourcePace.NEW : pace;
    }

    private static void keep(Bound b, String platform, SourcePace pace) {
        b.paces.put(platform, pace);
        if (b.recentPaces.size() >= MOST_RECENT_PACES) {
            b.recentPaces.clear();
        }
        b.recentPaces.put(platform, pace);
    }

    static String platform(String postId) {
        var colon = postId.indexOf(':');
        return colon < 0 ? postId : postId.substring(0, colon);
    }
}
