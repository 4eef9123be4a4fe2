package vigie.local.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import vigie.json.Json;
import vigie.local.load.FileProblem;

/** {@code vigie backtest virality FILE.ndjson}. */
@Command(
        name = "virality",
        mixinStandardHelpOptions = true,
        description =
                "Observed counters, one item a line as {\"id\",\"source\",\"t0\",\"obs\":[[t,count],…]} in seconds; "
                        + "score, velocity, momentum and further per observation out.")
final class ViralityCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.ndjson")
    private Path file = Path.of("");

    @Option(
            names = "--report",
            description =
                    "print how well the score foretells the next hour's growth, beside simpler measures, instead of the readings")
    private boolean report;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var in = Files.newBufferedReader(file)) {
            if (report) {
                var found = new ViralityReport();
                read(in, found::add);
                found.print(out);
            } else {
                read(
                        in,
                        item -> item.readings()
                                .forEach(r -> out.println(Json.mapper().writeValueAsString(r))));
            }
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println(FileProblem.of(file, e));
            return 1;
        } finally {
            out.flush();
        }
    }

    private static void read(BufferedReader in, Consumer<ObservedItem> each) throws IOException {
        int number = 0;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                each.accept(Json.mapper().readValue(line, ObservedItem.class));
            } catch (JacksonException e) {
                throw new IOException("line " + number + ": not an item with id, source, t0 and obs", e);
            }
        }
    }
}
