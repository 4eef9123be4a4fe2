package vigie.local.queries;

import picocli.CommandLine.Command;

/** {@code vigie queries …}: tracking queries kept in files, where they can be reviewed like code. */
@Command(
        name = "queries",
        mixinStandardHelpOptions = true,
        description = "Work with files of tracking queries.",
        subcommands = CheckCommand.class)
public final class QueriesCommand {}
