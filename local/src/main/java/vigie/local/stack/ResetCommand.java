package vigie.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigie.server.DataFolder;
import vigie.server.Reaper;
import vigie.server.StartFailed;

/** {@code vigie reset}: back to an empty installation. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Delete all data, logs and credentials of the data folder.")
public final class ResetCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vigie",
            description = "the data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".vigie");

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (!Files.exists(data)) {
            out.println("There is nothing in " + data.toAbsolutePath().normalize() + ".");
            return 0;
        }
        var home = Home.existing(data);
        try (var lock = HomeLock.take(home, "resetting")) {
            if (!yes && !Question.agreed(out, "Delete all data in " + home.folder() + "? This cannot be undone")) {
                out.println("Nothing was deleted.");
                return 1;
            }
            Reaper.reap(home.run(), Duration.ofSeconds(10)).forEach(name -> out.println("ended " + name));
            empty(home);
        }
        out.println("Deleted everything in " + home.folder() + ".");
        return 0;
    }

    private static void empty(Home home) {
        try {
            home.empty();
            DataFolder.delete(home.folder());
        } catch (IOException e) {
            throw new StartFailed(
                    "Not everything in " + home.folder() + " could be deleted: " + e.getMessage() + ".", e);
        }
    }
}
