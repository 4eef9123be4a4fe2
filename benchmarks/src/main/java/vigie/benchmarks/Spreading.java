package vigie.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vigie.analysis.story.Shelves;
import vigie.analysis.story.Stories;
import vigie.analysis.story.Telling;
import vigie.analysis.virality.Growth;
import vigie.analysis.virality.Spread;
import vigie.model.Post;
import vigie.model.Virality;
import vigie.trend.Trend;

/** The pure mathematics of what spreads: one look at a post's counters, one bin of a hashtag, one post's story. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
public class Spreading {

    private static final int POSTS = 4_096;
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Growth GROWTH = new Growth(1.5, 0.6);

    private final List<Post> posts = new ArrayList<>();
    private final List<Telling> told = new ArrayList<>();
    private final Shelves shelves = new Shelves(new Shelves.Limits(20_000, 25_000, Duration.ofDays(14)));
    private Spread spread = Spread.startingAt(NOON);
    private Trend trend = Trend.NEW;
    private int next;

    @Setup
    public void make() {
        posts.addAll(new Corpus(20_260_310).posts(POSTS));
        for (var post : posts) {
            var telling = Stories.told(post);
            told.add(telling);
            shelves.place("brand", telling, 0);
        }
    }

    /** A counter comes in every two minutes; the score is read. */
    @Benchmark
    public Virality viralityUpdate() {
        next++;
        var now = NOON.plusSeconds(120L * (next % 5_000));
        spread = next % 5_000 == 0
                ? Spread.startingAt(NOON)
                : spread.polledEvery(Duration.ofMinutes(2), GROWTH).observe(now, 7.0 * (next % 5_000));
        return spread.read(now, 100, GROWTH);
    }

    /** A five-minute bin of a hashtag is closed. */
    @Benchmark
    public double trendScore() {
        var step = trend.after(next++ % 17);
        trend = step.trend();
        return step.score();
    }

    /** A post's words become a sketch. */
    @Benchmark
    public Telling storySignature() {
        return Stories.told(posts.get(place()));
    }

    /** A sketched post is looked up among those told. */
    @Benchmark
    public Shelves.Placed storyLookup() {
        return shelves.place("brand", told.get(place()), 0);
    }

    private int place() {
        next = (next + 1) % POSTS;
        return next;
    }
}
