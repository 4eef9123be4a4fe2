package vigie.analysis.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vigie.analysis.sentiment.BrandPrior;
import vigie.analysis.sentiment.Mood;
import vigie.analysis.sentiment.Schooling;
import vigie.model.BrandLesson;
import vigie.model.BrandMood;
import vigie.model.BrandSentiment;
import vigie.model.SentimentSetting;
import vigie.model.SentimentShares;

/** Learns each brand from what all partitions of posts sum up and from people's corrections, and tells what follows. */
final class BrandProcessor implements Processor<String, Object, String, BrandSentiment> {

    static final String PARTS = "brand-parts";
    static final String LESSONS = "brand-taught";
    static final String LORE = "brand-lore";

    private static final char BETWEEN = '\n';
    private static final char AFTER = BETWEEN + 1;

    /** More corrections of one brand than this teach nothing new; those of the smallest ids stay. */
    private static final int MOST_LESSONS = 500;

    private final TuningSettings settings;
    private @Nullable Bound bound;

    BrandProcessor(TuningSettings settings) {
        this.settings = settings;
    }

    private record Bound(
            ProcessorContext<String, BrandSentiment> context,
            KeyValueStore<String, BrandMood> parts,
            KeyValueStore<String, BrandLesson> lessons,
            KeyValueStore<String, Lore> lore) {}

    @Override
    public void init(ProcessorContext<String, BrandSentiment> context) {
        bound = new Bound(
                context, context.getStateStore(PARTS), context.getStateStore(LESSONS), context.getStateStore(LORE));
    }

    @Override
    public void process(Record<String, Object> record) {
        var b = Objects.requireNonNull(bound);
        var value = Reading.checked(record.key(), record.value());
        var brand = record.key();
        var at = Instant.ofEpochMilli(record.timestamp());
        var kept = b.lore.get(brand);
        var lore = kept == null ? Lore.NONE : kept;
        if (value instanceof BrandMood mood) {
            b.parts.put(brand + BETWEEN + mood.part(), mood);
            learn(b, brand, lore, false, at);
        } else if (value instanceof BrandLesson lesson) {
            learn(b, brand, taken(b, brand, lore, lesson), true, at);
        } else if (value instanceof SentimentSetting setting) {
            tell(b, brand, lore.deciding(setting, at, settings.undecided(brand)), at);
        } else {
            throw new AssertionError(value.getClass());
        }
    }

    private static Lore taken(Bound b, String brand, Lore lore, BrandLesson lesson) {
        var key = brand + BETWEEN + lesson.postId();
        if (lesson.label() != null) {
            b.lessons.put(key, lesson);
            return lore;
        }
        b.lessons.delete(key);
        var told = lore.told();
        var learnt = told == null ? null : told.learnt();
        if (!lesson.aged() || learnt == null) {
            return lore;
        }
        var aging = lore.aging(learnt.words());
        b.lore.put(brand, aging);
        return aging;
    }

    private void learn(Bound b, String brand, Lore lore, boolean taught, Instant at) {
        var parts = newest(b, brand);
        var since = parts.isEmpty() ? null : parts.get(0).brandSince();
        var mood = Mood.none();
        for (var part : parts) {
            mood = mood.plus(Mood.of(Base64.getDecoder().decode(part.answers())), settings.halfLife());
        }
        var shares = BrandPrior.shares(mood).orElse(null);
        var told = lore.told();
        var learnt = told == null || !Objects.equals(told.brandSince(), since) ? null : told.learnt();
        var words = learnt == null ? List.<BrandSentiment.Word>of() : learnt.words();
        var lessons = learnt == null ? null : learnt.lessons();
        if (taught) {
            var result = Schooling.learn(lessons(b, brand, since, shares), lore.aged());
            words = result.words();
            lessons = result.lessons();
        }
        var found = new Lore.Found(brand, since, shares, mood.total(), words, lessons);
        lore.learning(found, at, settings.undecided(brand)).ifPresent(next -> tell(b, brand, next, at));
    }

    private static void tell(Bound b, String brand, Lore lore, Instant at) {
        b.lore.put(brand, lore);
        b.context.forward(new Record<>(brand, Objects.requireNonNull(lore.told()), at.toEpochMilli()));
    }

    /** The sums of the brand that was created last; those of an earlier one of the same id are forgotten. */
    private static List<BrandMood> newest(Bound b, String brand) {
        var all = new ArrayList<BrandMood>();
        try (var range = b.parts.range(brand + BETWEEN, brand + AFTER)) {
            range.forEachRemaining(row -> all.add(row.value));
        }
        var newest = all.stream()
                .map(mood -> began(mood.brandSince()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return all.stream()
                .filter(mood -> began(mood.brandSince()).equals(newest))
                .toList();
    }

    private static Instant began(@Nullable Instant since) {
        return since == null ? Instant.MIN : since;
    }

    private List<Schooling.Lesson> lessons(
            Bound b, String brand, @Nullable Instant since, @Nullable SentimentShares shares) {
        var prior = shares == null ? BrandPrior.none() : new BrandPrior(shares, settings.strength());
        var lessons = new ArrayList<Schooling.Lesson>();
        try (var range = b.lessons.range(brand + BETWEEN, brand + AFTER)) {
            while (range.hasNext() && lessons.size() < MOST_LESSONS) {
                var lesson = range.next().value;
                var label = lesson.label();
                var chances = lesson.chances();
                if (label != null && chances != null && Objects.equals(lesson.brandSince(), since)) {
                    lessons.add(new Schooling.Lesson(label, prior.adjust(chances), lesson.words()));
                }
            }
        }
        return lessons;
    }
}
