package vigie.local.offline;

import picocli.CommandLine.Command;

/** {@code vigie backtest …}: what the detectors would have said of the past. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Run a detector over recorded data.",
        subcommands = {SpikesCommand.class, ViralityCommand.class})
public final class BacktestCommand {}
