package vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path run;

    private Process process;

    @BeforeEach
    void aProcess() throws Exception {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void itsEnd() {
        process.destroyForcibly();
    }

    @Test
    void whatAKilledLauncherLeftIsEnded() {
        new PidFile(run.resolve("kafka.pid")).write(process.toHandle());

        assertThat(Reaper.reap(run, PATIENCE)).containsExactly("kafka");

        assertThat(process.isAlive()).isFalse();
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsLeftAlone() throws Exception {
        var start = process.info().startInstant().orElseThrow();
        Files.write(
                run.resolve("kafka.pid"),
                List.of(process.pid() + " " + start.minusSeconds(60).toEpochMilli()));

        assertThat(Reaper.reap(run, PATIENCE)).isEmpty();

        assertThat(process.isAlive()).isTrue();
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void aFileCutShortByAFullDiskDoesNoHarm() throws Exception {
        Files.writeString(run.resolve("kafka.pid"), Long.toString(process.pid()));
        Files.writeString(run.resolve("elasticsearch.pid"), "");

        assertThat(Reaper.reap(run, PATIENCE)).isEmpty();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void whatTheProcessHadStartedIsEndedToo() throws Exception {
        var parent = new ProcessBuilder("sh", "-c", "sleep 601 & echo $!; wait").start();
        var child = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine().strip()))
                .orElseThrow();
        new PidFile(run.resolve("elasticsearch.pid")).write(parent.toHandle());
        // the child outlives it and is nobody's descendant any more
        parent.destroyForcibly().waitFor();

        assertThat(Reaper.reap(run, PATIENCE)).containsExactly("elasticsearch");

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void aFolderThatIsNotThereIsNothingToReap() {
        assertThat(Reaper.reap(run.resolve("nowhere"), PATIENCE)).isEmpty();
    }
}
