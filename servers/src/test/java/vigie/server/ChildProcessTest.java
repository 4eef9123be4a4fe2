package vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void oneThatDoesNotStopWhenAskedIsKilled() {
        try (var deaf = start("trap '' TERM; echo up; while :; do sleep 0.1; done", Duration.ofMillis(500))) {
            await().until(() -> deaf.recentLog().contains("up"));
        }
        assertThat(folder.resolve("run")).isEmptyDirectory();
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(p -> p.info()
                                .arguments()
                                .map(a -> String.join(" ", a).contains("echo up; while"))
                                .orElse(false)))
                .isEmpty();
    }

    @Test
    void itRunsInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() {
        try (var child = start("ps -o sid= -p $$; sleep 600", Duration.ofSeconds(5))) {
            await().until(() -> !child.lastLines(1).isEmpty());

            assertThat(child.lastLines(1).get(0).strip()).isEqualTo(Long.toString(child.pid()));
        }
    }

    @Test
    @EnabledIf("processorsAreSharedBySession")
    void oneThatLetsOthersGoFirstDoesSoAgainstOtherSessionsToo() throws Exception {
        try (var child = start("sleep 600", Duration.ofSeconds(5))) {
            var session = Path.of("/proc/" + child.pid() + "/autogroup");
            var ours = Files.readString(Path.of("/proc/self/autogroup"));
            await().until(() -> !Files.readString(session).equals(ours));

            child.letOthersGoFirst();

            assertThat(session).content().endsWith("nice 10\n");
            assertThat(Path.of("/proc/self/autogroup")).content().isEqualTo(ours);
        }
    }

    static boolean processorsAreSharedBySession() throws IOException {
        var kernel = Path.of("/proc/sys/kernel/sched_autogroup_enabled");
        return Files.exists(kernel) && Files.readString(kernel).strip().equals("1");
    }

    @Test
    void onlyWhatWasLoggedSinceThisStartCounts() throws Exception {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/child.log"), "No space left on device\n");

        try (var child = start("echo all is well", Duration.ofSeconds(5))) {
            child.onExit().join();

            assertThat(child.lastLines(5)).containsExactly("all is well");
            assertThat(child.log()).content().startsWith("No space left");
        }
    }

    @Test
    void aLongLogIsCutAndTheProcessWritesOn() {
        try (var child =
                start("head -c 5000 /dev/zero | tr '\\0' x; echo; read line < fifo; echo later", Duration.ZERO)) {
            await().until(() -> Files.size(child.log()) > 5000);

            child.boundLog(1000);
            new ProcessBuilder("sh", "-c", "echo go > fifo")
                    .directory(folder.toFile())
                    .start();
            await().until(() -> !child.alive());

            assertThat(child.log()).content().isEqualTo("later\n");
            assertThat(child.log().resolveSibling("child.log.1")).content().startsWith("xxxx");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void oneThatEndsWhileStartingIsToldWithItsReason() {
        try (var child = start("echo 'java.net.BindException: Address already in use'; exit 1", Duration.ZERO)) {
            assertThatThrownBy(() -> new Readiness(child, Duration.ofSeconds(20), folder).await(() -> false))
                    .isInstanceOf(StartFailed.class)
                    .hasMessage("child stopped while starting: its port is in use by another program. Its log is "
                            + child.log() + ".");
        }
    }

    private ChildProcess start(String script, Duration patience) {
        try {
            new ProcessBuilder("mkfifo", folder.resolve("fifo").toString())
                    .start()
                    .waitFor();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return ChildProcess.start(new ChildProcess.Command(
                "child",
                List.of("sh", "-c", script),
                Map.of(),
                folder,
                folder.resolve("logs"),
                folder.resolve("run"),
                patience));
    }
}
