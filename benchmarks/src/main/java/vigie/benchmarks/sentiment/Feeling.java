package vigie.benchmarks.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.SentimentModels;
import vigie.benchmarks.Matching.Core;
import vigie.model.Sentiment;
import vigie.sentiment.trainer.Evaluation;
import vigie.sentiment.trainer.Example;
import vigie.sentiment.trainer.Examples;

/** Texts a second on one core, and how many of them are read rightly, beside a word list with rules and a trained bag of words. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
public class Feeling {

    private static final int MADE_UP = 4_096;

    @Param({"vigie", "vigieWithReasons", "vader", "opennlp"})
    public String reader = "vigie";

    /** English texts to be read, {@code label<TAB>text}; empty makes some up. */
    @Param("")
    public String texts = "";

    /** English texts that the document categoriser learns from, likewise. */
    @Param("")
    public String learnt = "";

    /** Weights that the trainer made, for texts that the shipped ones have seen; empty is the shipped ones. */
    @Param("")
    public String weights = "";

    private List<Example> posts = List.of();

    @SuppressWarnings("NullAway.Init") // made before the first measurement
    private SentimentModel model;

    private int next;

    @Setup
    public void make() throws IOException {
        posts = texts.isEmpty() ? Opinions.of(MADE_UP, 7) : Examples.file(Path.of(texts), "en", texts);
        model = model();
        var right = Evaluation.of(model, posts);
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d texts, macro-F1 %.1f, macro recall %.1f%n",
                reader,
                right.texts(),
                100 * right.macroF1(),
                100 * right.macroRecall());
    }

    private SentimentModel model() throws IOException {
        return switch (reader) {
            case "vigie" -> new WholePath(house(), false);
            case "vigieWithReasons" -> new WholePath(house(), true);
            case "vader" -> new Vader();
            case "opennlp" ->
                new DocumentCategoriser(
                        learnt.isEmpty() ? Opinions.of(MADE_UP, 8) : Examples.file(Path.of(learnt), "en", learnt));
            default -> throw new IllegalArgumentException("no reader is called " + reader);
        };
    }

    private SentimentModel house() throws IOException {
        if (weights.isEmpty()) {
            return SentimentModels.bundled();
        }
        try (var in = Files.newInputStream(Path.of(weights))) {
            return SentimentModels.read(in);
        }
    }

    @Benchmark
    public Sentiment read(Core core) {
        next = next + 1 == posts.size() ? 0 : next + 1;
        return model.score(posts.get(next).text(), null, true);
    }
}
