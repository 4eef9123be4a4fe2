package vigie.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vigie.model.Post;

/** Posts a second on one core against a number of tracked queries, beside a loop of regular expressions and one of Lucene queries. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
public class Matching {

    private static final int POSTS = 4_096;

    @Param({"10", "100", "1000", "10000"})
    public int queries;

    private List<Post> posts = List.of();

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private Matchers matchers;

    private int next;

    @Setup
    public void make() {
        var corpus = new Corpus(20_260_310);
        matchers = new Matchers(corpus.queries(queries));
        posts = corpus.posts(POSTS);
    }

    @Benchmark
    public int vigie(Core core) {
        return matchers.house(post());
    }

    @Benchmark
    public int regexLoop(Core core) {
        return matchers.regex(post());
    }

    @Benchmark
    public int memoryIndexLoop(Core core) {
        return matchers.memoryIndex(post());
    }

    private Post post() {
        next = (next + 1) % POSTS;
        return posts.get(next);
    }

    /**
     * The share of a core that the measured thread had: divide by it where other programs use the machine too. One thread matches, so
     * posts a second by share is posts a second of a whole core.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Core {

        private static final double NANOS = 1e9;

        public double share;

        private long before;

        @Setup(Level.Iteration)
        public void start() {
            before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        @TearDown(Level.Iteration)
        public void stop() {
            share = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / NANOS;
        }
    }
}
