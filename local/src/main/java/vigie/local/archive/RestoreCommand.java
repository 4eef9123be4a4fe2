package vigie.local.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigie.local.stack.Home;
import vigie.local.stack.HomeLock;
import vigie.local.stack.Question;
import vigie.server.DataFolder;
import vigie.server.Reaper;
import vigie.server.StartFailed;

/** {@code vigie restore FILE}: the installation as it was when the backup was made. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Replace all data and the credentials by those of a backup. Stop Vigie first.")
public final class RestoreCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "written by vigie backup")
    private Path file = Path.of("vigie-backup.tar.gz");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".vigie",
            description = "the data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of(".vigie");

    @Option(names = "--yes", description = "do not ask before data is replaced")
    private boolean yes;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (!Files.isRegularFile(file)) {
            throw new StartFailed("There is no file " + file + ".");
        }
        var home = Home.open(data);
        try (var lock = HomeLock.take(home, "restoring")) {
            Reaper.reap(home.run(), Duration.ofSeconds(30)).forEach(name -> out.println("  ended " + name));
            if (!yes
                    && holdsData(home)
                    && !Question.agreed(out, "Replace all data in " + home.folder() + "? What is there now is lost")) {
                out.println("Nothing was changed.");
                return 1;
            }
            // first all of it beside the old data: a file that turns out to be broken must not cost anything
            var fresh = Files.createTempDirectory(home.folder().resolveSibling(""), ".vigie-restoring-");
            try {
                Archive.read(file, fresh, new Progress(out, "unpacked"));
                Home.requireBackup(fresh);
                home.replaceBy(fresh);
            } finally {
                DataFolder.delete(fresh);
            }
        } catch (IOException e) {
            throw new StartFailed("%s was not restored: %s.".formatted(file, e.getMessage()), e);
        }
        out.println("Restored " + home.folder() + " from " + file + ". Start it with ./vigie up.");
        return 0;
    }

    private static boolean holdsData(Home home) {
        return Files.exists(home.folder().resolve("kafka"))
                || Files.exists(home.folder().resolve("elasticsearch"));
    }
}
