package vigie.local.stack;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vigie.server.Life;

/** {@code vigie up}: everything runs until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start Kafka, Elasticsearch and the three services; stop them with Ctrl-C. The data stays.")
public final class UpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private LaunchOptions options = new LaunchOptions();

    @Override
    public Integer call() {
        return new Launcher(options, spec.commandLine(), Life.LONG).run(Launcher.NOTHING_ELSE);
    }
}
