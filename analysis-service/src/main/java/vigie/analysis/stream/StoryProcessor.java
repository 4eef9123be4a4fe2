package vigie.analysis.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.analysis.story.Leader;
import vigie.analysis.story.Shelves;
import vigie.analysis.story.Shelves.Shelved;
import vigie.analysis.story.Sketch;
import vigie.analysis.story.Telling;
import vigie.model.StoryAnswer;
import vigie.model.StorySighting;

/**
 * Answers the posts of a brand that tell another story than they were told with; the others need no answer.
 *
 * <p>Stories are looked up in memory. The store only brings them back after a restart: looking up sixteen runs of words in it for each
 * post, and keeping an index of them in its changelog, would cost many times what a story's own few hundred bytes do.
 */
final class StoryProcessor implements Processor<String, Object, String, StoryAnswer> {

    static final String STORIES = "stories";

    private static final Duration TICK = Duration.ofMinutes(1);
    private static final char BETWEEN = '\n';

    private final Shelves shelves;
    private final KnownStories known;
    private @Nullable Bound bound;

    StoryProcessor(Shelves.Limits limits, KnownStories known) {
        shelves = new Shelves(limits);
        this.known = known;
    }

    private record Bound(ProcessorContext<String, StoryAnswer> context, KeyValueStore<String, byte[]> stories) {}

    @Override
    public void init(ProcessorContext<String, StoryAnswer> context) {
        KeyValueStore<String, byte[]> stories = context.getStateStore(STORIES);
        bound = new Bound(context, stories);
        var kept = new ArrayList<Shelved>();
        try (var all = stories.all()) {
            all.forEachRemaining(row ->
                    kept.add(new Shelved(row.key.substring(0, row.key.lastIndexOf(BETWEEN)), Leader.of(row.value))));
        }
        shelves.restore(kept);
        known.add(shelves);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, Object> record) {
        var b = Objects.requireNonNull(bound);
        var sighting = (StorySighting) Reading.checked(record.key(), record.value());
        var shelf = KnownStories.shelf(sighting.brand(), sighting.brandSince());
        var placed = shelves.place(shelf, telling(sighting), record.timestamp());
        if (placed.changed() != null) {
            b.stories.put(key(shelf, placed.changed()), placed.changed().bytes());
        }
        placed.gone().forEach(kept -> b.stories.delete(key(kept.brand(), kept.leader())));
        var told = sighting.told() == null ? sighting.story() : sighting.told();
        if (!placed.story().equals(told)) {
            var answer = new StoryAnswer(
                    sighting.postId(), sighting.brand(), sighting.brandSince(), sighting.story(), placed.story());
            b.context.forward(new Record<>(sighting.postId(), answer, record.timestamp()));
        }
    }

    @Override
    public void close() {
        known.remove(shelves);
    }

    private void forget(long wallClock) {
        var b = Objects.requireNonNull(bound);
        shelves.forget(wallClock).forEach(kept -> b.stories.delete(key(kept.brand(), kept.leader())));
    }

    private static Telling telling(StorySighting sighting) {
        var drawn = sighting.sketch();
        return new Telling(
                sighting.story(),
                drawn == null ? null : Sketch.of(Base64.getDecoder().decode(drawn)),
                sighting.postId(),
                sighting.shared(),
                sighting.at());
    }

    private static String key(String shelf, Leader leader) {
        return shelf + BETWEEN + leader.id();
    }
}
