package vigie.local.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.alert.spike.Seasonality;
import vigie.alert.spike.SpikeBacktestCsv;
import vigie.local.load.FileProblem;

/** {@code vigie backtest spikes FILE.csv}. */
@Command(
        name = "spikes",
        mixinStandardHelpOptions = true,
        description =
                "Counts per 5 minutes (columns timestamp and value, UTC) in, the same rows with an anomaly_score out.")
final class SpikesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv")
    private Path file = Path.of("");

    @Option(
            names = "--budget-days",
            paramLabel = "T",
            defaultValue = "7",
            description = "tell what happens less often than once in so many days (default: ${DEFAULT-VALUE})")
    private double budgetDays = 7;

    @Option(
            names = "--seasonality",
            defaultValue = "adaptive",
            description = "none: the level alone; adaptive: as shipped (default: ${DEFAULT-VALUE})")
    private Seasonality seasonality = Seasonality.ADAPTIVE;

    @Option(names = "--alerts", description = "print the alerts with their explanations instead of the rows")
    private boolean alerts;

    @Option(names = "--explain", description = "add z, expected and sd to each row")
    private boolean explain;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (!(budgetDays > 0)) {
            spec.commandLine().getErr().println("--budget-days must be a positive number");
            return 2;
        }
        try (var in = Files.newBufferedReader(file)) {
            new SpikeBacktestCsv(budgetDays, seasonality, alerts, explain).run(in, out);
            out.flush();
            return 0;
        } catch (IOException e) {
            out.flush();
            spec.commandLine().getErr().println(FileProblem.of(file, e));
            return 1;
        }
    }
}
