package vigie.local.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    @TempDir
    Path temp;

    private Path file;
    private Path target;

    @BeforeEach
    void places() throws Exception {
        file = temp.resolve("backup.tar.gz");
        target = Files.createDirectory(temp.resolve("target"));
    }

    @Test
    void whatWentInComesOutAlsoWhereALinkLeadsToIt() throws Exception {
        var folder = Files.createDirectory(temp.resolve("folder"));
        Files.writeString(folder.resolve("été.txt"), "warm");
        var elsewhere = Files.createDirectories(temp.resolve("elsewhere/deep"));
        Files.writeString(elsewhere.resolve("x".repeat(150)), "long name");
        Files.createSymbolicLink(folder.resolve("elasticsearch"), temp.resolve("elsewhere"));

        Archive.write(folder, file, name -> true, bytes -> {});
        Archive.read(file, target, bytes -> {});

        assertThat(target.resolve("été.txt")).hasContent("warm");
        assertThat(target.resolve("elasticsearch")).isDirectory();
        assertThat(Files.isSymbolicLink(target.resolve("elasticsearch"))).isFalse();
        assertThat(target.resolve("elasticsearch/deep/" + "x".repeat(150))).hasContent("long name");
    }

    @Test
    void whatIsNotWantedIsLeftOutWithAllItHolds() throws Exception {
        var folder = Files.createDirectories(temp.resolve("folder"));
        Files.createDirectories(folder.resolve("logs/old"));
        Files.writeString(folder.resolve("logs/old/a.log"), "noise");
        Files.writeString(folder.resolve("kept"), "signal");

        Archive.write(folder, file, name -> !name.equals(Path.of("logs")), bytes -> {});
        Archive.read(file, target, bytes -> {});

        assertThat(target.resolve("kept")).exists();
        assertThat(target.resolve("logs")).doesNotExist();
    }

    @Test
    void aBackupIsReadableByItsOwnerAlone() throws Exception {
        Archive.write(Files.createDirectory(temp.resolve("folder")), file, name -> true, bytes -> {});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "/tmp/outside-of-everything", "..", "."})
    void aNameThatLeadsOutOfTheFolderIsRefused(String name) throws Exception {
        hostile(new TarArchiveEntry(name, true));

        assertThatThrownBy(() -> Archive.read(file, target, bytes -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the data folder");
        assertThat(temp.resolve("outside")).doesNotExist();
        assertThat(target).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO})
    void aLinkOrADeviceIsRefused(byte kind) throws Exception {
        var entry = new TarArchiveEntry("kafka", kind);
        entry.setLinkName("/etc");
        hostile(entry);

        assertThatThrownBy(() -> Archive.read(file, target, bytes -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither a file nor a folder");
        assertThat(target).isEmptyDirectory();
    }

    private void hostile(TarArchiveEntry entry) throws IOException {
        var content = "x".getBytes(StandardCharsets.UTF_8);
        try (var out = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            var bare = entry.isLink() || entry.isSymbolicLink() || entry.isCharacterDevice() || entry.isFIFO();
            entry.setSize(bare ? 0 : content.length);
            out.putArchiveEntry(entry);
            if (!bare) {
                out.write(content);
            }
            out.closeArchiveEntry();
        }
    }
}
