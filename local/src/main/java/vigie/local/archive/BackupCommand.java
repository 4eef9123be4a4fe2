package vigie.local.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.local.stack.Home;
import vigie.local.stack.HomeLock;
import vigie.server.Reaper;
import vigie.server.StartFailed;

/** {@code vigie backup FILE}: the whole installation in one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write all data and the credentials to one file, readable by you alone. Stop Vigie first.")
public final class BackupCommand implements Callable<Integer> {

    /** Of one run only, or made again at each start. */
    private static final Set<Path> LEFT_OUT = Set.of(
            Path.of("run"),
            Path.of("logs"),
            Path.of("lock"),
            Path.of("state"),
            Path.of("kafka", "server.properties"),
            Path.of("kafka", "log4j2.properties"),
            Path.of("elasticsearch", "config"),
            Path.of("elasticsearch", "logs"),
            Path.of("elasticsearch", "tmp"));

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "ends in .tar.gz")
    private Path file = Path.of("vigie-backup.tar.gz");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vigie",
            description = "the data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".vigie");

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var home = Home.existing(data);
        if (Files.exists(file)) {
            throw new StartFailed(file + " is there already: choose another name.");
        }
        try (var lock = HomeLock.take(home, "making a backup")) {
            Reaper.reap(home.run(), Duration.ofSeconds(30)).forEach(name -> out.println("  ended " + name));
            var progress = new Progress(out, "packed");
            Archive.write(home.folder(), file, name -> !LEFT_OUT.contains(name), progress);
            out.printf("Backup of %s: %s, %,d KB%n", home.folder(), file, Files.size(file) / 1024);
            return 0;
        } catch (IOException e) {
            throw new StartFailed("The backup was not written: " + e.getMessage() + ".", e);
        }
    }
}
