package vigie.local.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.analysis.language.LanguageDetector;
import vigie.analysis.language.Languages;
import vigie.analysis.sentiment.SentimentModels;
import vigie.json.Json;
import vigie.local.load.FileProblem;
import vigie.model.Sentiment;

/** {@code vigie analyze FILE}: the same answer as {@code POST /api/analyze}, without any service. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Language and sentiment of a file's lines, one JSON object a line.")
public final class AnalyzeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "one text a line")
    private Path file = Path.of("");

    @Option(names = "--lang", description = "the language the texts are declared to be in")
    private @Nullable String lang;

    record Analysed(String lang, Sentiment sentiment) {}

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var languages = Languages.bundled();
        var sentiments = SentimentModels.bundled();
        try (var in = Files.newBufferedReader(file)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var detected = languages.detect(line, lang);
                var known = detected.equals(LanguageDetector.UNDECIDED) ? null : detected;
                out.println(
                        Json.mapper().writeValueAsString(new Analysed(detected, sentiments.score(line, known, true))));
            }
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(FileProblem.of(file, e));
            return 1;
        } finally {
            out.flush();
        }
    }
}
