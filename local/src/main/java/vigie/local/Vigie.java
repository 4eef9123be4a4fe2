package vigie.local;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vigie.local.archive.BackupCommand;
import vigie.local.archive.RestoreCommand;
import vigie.local.demo.DemoCommand;
import vigie.local.load.ImportCommand;
import vigie.local.offline.AnalyzeCommand;
import vigie.local.offline.BacktestCommand;
import vigie.local.queries.QueriesCommand;
import vigie.local.receive.ReceiveCommand;
import vigie.local.sentiment.SentimentCommand;
import vigie.local.stack.ResetCommand;
import vigie.local.stack.UpCommand;
import vigie.local.status.StatusCommand;
import vigie.server.StartFailed;

/** Where the {@code vigie} script arrives: every command is listed here. */
@Command(
        name = "vigie",
        mixinStandardHelpOptions = true,
        version = "Vigie 0.1.0",
        description = "Listens to what is said about your brands, and warns when something unusual starts.",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            BacktestCommand.class,
            AnalyzeCommand.class,
            QueriesCommand.class,
            ReceiveCommand.class,
            SentimentCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ResetCommand.class,
        })
public final class Vigie implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Vigie())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, result) -> {
                    if (e instanceof StartFailed) {
                        line.getErr().println(line.getColorScheme().errorText(String.valueOf(e.getMessage())));
                        return 1;
                    }
                    throw e;
                });
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return 2;
    }
}
