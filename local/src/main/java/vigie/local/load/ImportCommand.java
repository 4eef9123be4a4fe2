package vigie.local.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.local.stack.PortPlan;

/** {@code vigie import FILE…}: brings files of posts in through the ingest service. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Send posts from NDJSON or CSV files (gzip too) to the ingest service.")
public final class ImportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "one post a line (NDJSON), or .csv with a header")
    private List<Path> files = List.of();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "keep the file's rhythm, N times faster (default: at once)")
    private double speed;

    @Option(names = "--shift-to-now", description = "move the dates so that the posts are of today")
    private boolean shiftToNow;

    @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "CSV: which column holds a post's field")
    private Map<String, String> mapping = new HashMap<>();

    @Option(names = "--platform", paramLabel = "NAME", description = "CSV: the platform of rows that name none")
    private @Nullable String platform;

    @Option(
            names = "--ingest",
            paramLabel = "URI",
            description = "the ingest service (default: the one started on the data folder)")
    private @Nullable URI ingest;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vigie",
            description = "where the running Vigie keeps its ports and its key (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".vigie");

    @Override
    public Integer call() throws InterruptedException {
        var err = spec.commandLine().getErr();
        if (speed < 0 || !Double.isFinite(speed)) {
            err.println("--speed must be a positive number");
            return 2;
        }
        try {
            var columns = new Columns(mapping, platform);
            var key = LocalKey.find(data);
            var importer = new Importer(new PushClient(new PushTarget(address(), key), PATIENCE), Clock.systemUTC());
            boolean allTaken = true;
            for (var file : files) {
                allTaken &= importOne(importer, file, columns);
            }
            return allTaken ? 0 : 1;
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private URI address() {
        if (ingest != null) {
            return ingest;
        }
        var ports = PortPlan.read(data.resolve("run").resolve("ports")).orElseGet(PortPlan::new);
        return URI.create("http://127.0.0.1:" + ports.ingest());
    }

    private boolean importOne(Importer importer, Path file, Columns columns) throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("no such file: " + file);
        }
        var started = System.nanoTime();
        ImportSummary summary;
        try (var bar = new ProgressBarBuilder()
                .setTaskName(file.getFileName().toString())
                .setInitialMax(Files.size(file))
                .setUnit(" KB", 1024)
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            summary = importer.run(file, columns, speed, shiftToNow, bar::stepTo);
        } catch (EOFException e) {
            throw new IOException(FileProblem.of(file, e), e);
        } catch (UncheckedIOException e) {
            throw new IOException(FileProblem.of(file, e), e);
        }
        report(summary, (System.nanoTime() - started) / 1e9);
        return summary.refused() == 0;
    }

    private void report(ImportSummary summary, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("accepted %,d, refused %,d in %.1f s%n", summary.accepted(), summary.refused(), seconds);
        summary.reasons()
                .forEach((reason, r) ->
                        out.printf("  %,d × %s (first: post %,d of the file)%n", r.count(), reason, r.first()));
        out.flush();
    }
}
