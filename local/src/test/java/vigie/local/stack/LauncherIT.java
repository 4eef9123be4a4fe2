package vigie.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vigie.server.DataFolder;
import vigie.server.Life;
import vigie.server.Ports;
import vigie.server.StartFailed;

/** The real broker and the real Elasticsearch; the services are stand-ins, so that only the launcher is looked at. */
class LauncherIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path folder;
    private String[] arguments;

    @BeforeEach
    void aFolderAndFreePorts() throws Exception {
        folder = Files.createTempDirectory("vigie-launcher-").resolve("data");
        arguments = new String[] {
            "--data=" + folder,
            "--port=" + Ports.free(),
            "--ingest-port=" + Ports.free(),
            "--analysis-port=" + Ports.free(),
            "--kafka-port=" + Ports.free(),
            "--elasticsearch-port=" + Ports.free(),
        };
    }

    @AfterEach
    void nothingStays() throws Exception {
        if (Files.exists(folder)) {
            DataFolder.delete(folder.resolve("elasticsearch"));
        }
        DataFolder.delete(folder.resolveSibling(""));
    }

    @Test
    void everythingRunsUntilItIsStoppedAndThenNothingDoes() throws Exception {
        var playing = new CountDownLatch(1);
        var exit = new CompletableFuture<Integer>();
        var launch = new Thread(() -> {
            try {
                exit.complete(launcher("").run(stack -> playing.countDown()));
            } catch (RuntimeException e) {
                exit.completeExceptionally(e);
                playing.countDown();
            }
        });
        launch.start();
        playing.await();
        assertThat(exit).isNotCompletedExceptionally();
        var running = processes();

        assertThat(running).hasSizeGreaterThanOrEqualTo(5).allMatch(ProcessHandle::isAlive);
        assertThatThrownBy(() -> launcher("").run(Launcher.NOTHING_ELSE))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("Vigie is running on the data folder");

        launch.interrupt();
        launch.join();

        assertThat(exit).isCompletedWithValue(0);
        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThat(out.toString()).contains("Vigie is listening");
        assertThat(out.toString())
                .containsSubsequence(
                        "stopping alert-service",
                        "stopping analysis-service",
                        "stopping ingest-service",
                        "stopping elasticsearch",
                        "stopping kafka");
        assertThat(folder.resolve("logs/alert-service.log")).content().startsWith("key ");
    }

    @Test
    void aServiceThatCannotStartIsNamedWithItsReasonAndNothingIsLeftRunning() {
        assertThatThrownBy(() -> launcher("fail").run(Launcher.NOTHING_ELSE))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("analysis-service stopped while starting")
                .hasMessageContaining("the stand-in was told to fail");

        assertThat(processes()).isEmpty();
    }

    @Test
    void aProcessThatDiesTakesTheOthersWithItAndIsNamed() {
        var exit = launcher("")
                .run(stack -> ProcessHandle.of(PidFiles.pid(folder, "ingest-service"))
                        .orElseThrow()
                        .destroyForcibly());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("ingest-service ended unexpectedly (exit code 137)");
        assertThat(processes()).isEmpty();
    }

    private List<ProcessHandle> processes() {
        return PidFiles.running(folder);
    }

    private Launcher launcher(String analysisArgument) {
        var options = new LaunchOptions();
        new CommandLine(options).parseArgs(arguments);
        return new Launcher(
                options,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                home -> new Machine(Long.MAX_VALUE, Long.MAX_VALUE, Ports::isFree),
                ports -> List.of(
                        standIn("ingest-service", ports.ingest(), ""),
                        standIn("analysis-service", ports.analysis(), analysisArgument),
                        standIn("alert-service", ports.alert(), "")),
                Life.SHORT);
    }

    private static Program standIn(String name, int port, String argument) {
        return new Program(
                name,
                port,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandInService.class.getName(),
                        argument));
    }
}
