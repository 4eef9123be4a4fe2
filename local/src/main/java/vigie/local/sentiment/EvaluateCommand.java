package vigie.local.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.analysis.sentiment.SentimentModel;
import vigie.analysis.sentiment.SentimentModels;
import vigie.sentiment.trainer.Evaluation;
import vigie.sentiment.trainer.Example;
import vigie.sentiment.trainer.Examples;

/** {@code vigie sentiment evaluate FILE…}: how good the model is on texts that somebody labelled. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Macro-F1, precision and recall, confusion and calibration on labelled texts.")
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "lines of label<TAB>text, gzip too; label is negative, neutral or positive")
    private List<Path> files = List.of();

    @Option(names = "--lang", paramLabel = "CODE", description = "language of the texts (default: the model finds it)")
    private @Nullable String lang;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "a model that was trained here (default: the one Vigie ships)")
    private @Nullable Path weights;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            var model = model();
            var all = new ArrayList<Example>();
            for (var file : files) {
                var examples = Examples.file(file, lang == null ? "" : lang, file.toString());
                if (examples.isEmpty()) {
                    throw new IOException(file + " holds no texts");
                }
                all.addAll(examples);
                if (files.size() > 1) {
                    out.printf("%s: ", file);
                    out.println(Evaluation.of(model, examples).headline());
                }
            }
            out.println("model " + model.name());
            out.print(Evaluation.of(model, all).describe());
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(Reason.of(e));
            return 1;
        } finally {
            out.flush();
        }
    }

    private SentimentModel model() throws IOException {
        if (weights == null) {
            return SentimentModels.bundled();
        }
        try (var in = Files.newInputStream(weights)) {
            return SentimentModels.read(in);
        }
    }
}
