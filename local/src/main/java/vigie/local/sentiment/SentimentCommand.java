package vigie.local.sentiment;

import picocli.CommandLine.Command;

/** {@code vigie sentiment …}: what is done with the model outside the services. */
@Command(
        name = "sentiment",
        mixinStandardHelpOptions = true,
        description = "Learn the sentiment model from labelled texts, or measure it.",
        subcommands = {TrainCommand.class, EvaluateCommand.class})
public final class SentimentCommand {}
