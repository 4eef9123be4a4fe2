package vigie.local.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.sentiment.trainer.Example;
import vigie.sentiment.trainer.Examples;
import vigie.sentiment.trainer.LanguageTrainer;
import vigie.sentiment.trainer.Trainer;

/** {@code vigie sentiment train}: makes the weights file again, or another one from texts of your own. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learn the sentiment weights; the same texts, name and seed give the same file to the byte.")
final class TrainCommand implements Callable<Integer> {

    /** Enough of further texts to know their language, not so many that every doubt becomes it. */
    private static final int FURTHER_FOR_LANGUAGES = 3_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            description =
                    "holds <language>/<split>.tsv: lines of label<TAB>text; a language is its code or English name")
    private Path folder = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "the weights; put it in place of analysis-service's weights.bin to ship it")
    private Path out = Path.of("");

    @Option(names = "--name", defaultValue = "vigie-linear-2", description = "name and version, given in every answer")
    private String name = "vigie-linear-2";

    @Option(
            names = "--split",
            split = ",",
            defaultValue = "train",
            description = "which files of the folder to learn from (default: ${DEFAULT-VALUE})")
    private List<String> splits = List.of("train");

    @Option(
            names = "--leave-out",
            paramLabel = "LANG/SPLIT=FROM-TO",
            description = "lines of a file whose labels are known to be wrong, such as hi/train=1-900")
    private Map<String, String> leftOut = Map.of();

    @Option(
            names = "--also",
            paramLabel = "LANG=FILE",
            description = "further texts, learnt from but not cross-validated on")
    private Map<String, Path> also = Map.of();

    @Option(
            names = "--folds",
            defaultValue = "5",
            description = "how many of five folds are held out in turn for the scores shown and the calibration")
    private int folds = 5;

    @Option(names = "--seed", defaultValue = "1", description = "of every shuffle (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--languages-out",
            paramLabel = "FILE",
            description = "also learn to tell the languages of the same texts apart, and write that here")
    private @Nullable Path languagesOut;

    @Override
    public Integer call() {
        try {
            var central = new ArrayList<Example>();
            var spoken = new ArrayList<Example>();
            for (var split : splits) {
                var examples = Examples.folder(folder, split);
                central.addAll(remaining(examples, split));
                spoken.addAll(examples);
            }
            var further = new ArrayList<Example>();
            for (var entry : also.entrySet()) {
                further.addAll(Examples.file(
                        entry.getValue(), entry.getKey(), entry.getValue().toString()));
            }
            train(central, further);
            spoken.addAll(further.subList(0, Math.min(further.size(), FURTHER_FOR_LANGUAGES)));
            tellLanguages(spoken);
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(Reason.of(e));
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
        }
        return 1;
    }

    /** The texts of a split without the lines that are left out. */
    private List<Example> remaining(List<Example> examples, String split) {
        var remaining = new ArrayList<Example>();
        var lines = new HashMap<String, Integer>();
        for (var example : examples) {
            int line = lines.merge(example.language(), 1, Integer::sum);
            var range = leftOut.get(example.language() + "/" + split);
            if (range == null || !isIn(range, line)) {
                remaining.add(example);
            }
        }
        return remaining;
    }

    private static boolean isIn(String range, int line) {
        var ends = range.split("-", -1);
        try {
            return ends.length == 2 && line >= Integer.parseInt(ends[0]) && line <= Integer.parseInt(ends[1]);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--leave-out takes lines such as 1-900, not " + range);
        }
    }

    private void train(List<Example> central, List<Example> further) throws IOException {
        var weights = new Trainer(seed, folds, this::say).train(name, central, further);
        try (var stream = Files.newOutputStream(out)) {
            weights.write(stream);
        }
        say(Files.size(out) + " bytes written to " + out);
    }

    /** @param texts those with doubtful labels too: their language is not in doubt */
    private void tellLanguages(List<Example> texts) throws IOException {
        if (languagesOut != null) {
            try (var stream = Files.newOutputStream(languagesOut)) {
                LanguageTrainer.train(texts, seed).write(stream);
            }
            say(Files.size(languagesOut) + " bytes written to " + languagesOut);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
