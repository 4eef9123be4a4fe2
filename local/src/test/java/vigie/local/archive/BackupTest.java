package vigie.local.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vigie.local.stack.Home;
import vigie.local.stack.HomeLock;

class BackupTest {

    @TempDir
    Path temp;

    private Home home;
    private Path file;
    private final StringWriter told = new StringWriter();

    @BeforeEach
    void aFolderWithData() throws Exception {
        home = Home.open(temp.resolve("data"));
        file = temp.resolve("backup.tar.gz");
        Files.createDirectories(home.folder().resolve("kafka/data"));
        Files.writeString(home.folder().resolve("kafka/data/meta.properties"), "before");
        Files.createDirectories(home.logs());
        Files.writeString(home.logs().resolve("kafka.log"), "noise");
    }

    @Test
    void aRestoreBringsBackWhatTheBackupHeldAndNothingElse() throws Exception {
        assertThat(backup()).isZero();
        Files.writeString(home.folder().resolve("kafka/data/meta.properties"), "after");
        Files.writeString(home.folder().resolve("kafka/data/newer"), "after");

        assertThat(restore(file)).isZero();

        assertThat(home.folder().resolve("kafka/data/meta.properties")).hasContent("before");
        assertThat(home.folder().resolve("kafka/data/newer")).doesNotExist();
        assertThat(home.logs()).doesNotExist();
        assertThat(temp).isDirectoryNotContaining("glob:**.vigie-restoring-*");
    }

    @Test
    void neitherIsDoneWhileVigieRuns() throws Exception {
        backup();
        try (var running = HomeLock.take(home, "starting it again")) {
            assertThat(running).isNotNull();
            Files.delete(file);
            assertThat(backup()).isNotZero();
            assertThat(told.toString()).contains("before making a backup");

            Files.writeString(file, "whatever");
            assertThat(restore(file)).isNotZero();
            assertThat(told.toString()).contains("before restoring");
        }
    }

    @Test
    void aFileThatIsNoBackupCostsNothing() throws Exception {
        var folder = Files.createDirectory(temp.resolve("other"));
        Files.writeString(folder.resolve("photo.jpg"), "not a backup");
        Archive.write(folder, file, name -> true, bytes -> {});

        assertThat(restore(file)).isNotZero();
        assertThat(told.toString()).contains("it is not a backup of Vigie");

        Files.writeString(file, "not even an archive");
        assertThat(restore(file)).isNotZero();

        assertThat(home.folder().resolve("kafka/data/meta.properties")).hasContent("before");
    }

    @Test
    void aBackupIsNeverWrittenOver() throws Exception {
        Files.writeString(file, "the backup of last week");

        assertThat(backup()).isNotZero();

        assertThat(file).hasContent("the backup of last week");
    }

    private int backup() {
        return run(new BackupCommand(), file.toString(), "--data", home.folder().toString());
    }

    private int restore(Path from) {
        return run(
                new RestoreCommand(),
                from.toString(),
                "--yes",
                "--data",
                home.folder().toString());
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(told, true))
                .setErr(new PrintWriter(told, true))
                .execute(arguments);
    }
}
