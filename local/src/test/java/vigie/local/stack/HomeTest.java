package vigie.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigie.server.StartFailed;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void aNewFolderIsMadeAndKnownAgain() {
        Home.open(folder.resolve("new"));

        assertThat(Home.open(folder.resolve("new")).folder()).isDirectory();
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> Home.open(folder))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("holds something that is not Vigie's");
        assertThatThrownBy(() -> Home.existing(folder)).isInstanceOf(StartFailed.class);
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void aFolderOfAnotherVersionIsLeftAlone() throws Exception {
        Files.writeString(Home.open(folder).mark(), "vigie 99\n");

        assertThatThrownBy(() -> Home.open(folder))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("another version");
    }

    @Test
    void aFileInItsPlaceIsToldInOneSentence() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Home.open(file))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("is a file, not a folder");
    }

    @Test
    void onlyOneLauncherAtATimeHasTheFolder() {
        var home = Home.open(folder);
        try (var first = HomeLock.take(home, "starting it again")) {
            assertThat(HomeLock.isTaken(home)).isTrue();
            assertThatThrownBy(() -> HomeLock.take(home, "starting it again"))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("Vigie is running on the data folder " + folder)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(first).isNotNull();
        }
        assertThat(HomeLock.isTaken(home)).isFalse();
    }
}
