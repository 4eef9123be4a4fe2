package vigie.local.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import vigie.server.DataFolder;
import vigie.server.StartFailed;

/** The data folder, {@code ./.vigie} unless said otherwise: what is where in it, and whether it is one of ours. */
public record Home(Path folder) {

    /** Says that a folder is ours, and how it is laid out. */
    private static final String MARK = "layout";

    private static final String LAYOUT = "vigie 1";

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The folder, made when absent; {@link StartFailed} when it is not ours or not usable. */
    public static Home open(Path folder) {
        var home = new Home(folder);
        try {
            Files.createDirectories(home.folder);
            home.requireOurs();
            home.requireOwner();
            // people's words are in it
            Files.setPosixFilePermissions(home.folder, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(home.mark(), LAYOUT + "\n");
            return home;
        } catch (NotDirectoryException | java.nio.file.FileAlreadyExistsException e) {
            throw new StartFailed(
                    "The data folder " + home.folder + " is a file, not a folder: choose another with --data.", e);
        } catch (AccessDeniedException e) {
            throw new StartFailed("The data folder " + home.folder + " cannot be read and written by this user.", e);
        } catch (IOException e) {
            throw new StartFailed("The data folder " + home.folder + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** The folder, which must be there; {@link StartFailed} when it is not, or not ours. */
    public static Home existing(Path folder) {
        var home = new Home(folder);
        if (!Files.isDirectory(home.folder)) {
            throw new StartFailed("There is no data folder " + home.folder + ": nothing was ever started here.");
        }
        try {
            home.requireOurs();
            return home;
        } catch (IOException e) {
            throw new StartFailed("The data folder " + home.folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Refuses what was unpacked when it is not a data folder of this version. */
    public static void requireBackup(Path unpacked) throws IOException {
        var home = new Home(unpacked);
        if (!Files.exists(home.mark())) {
            throw new IOException("it is not a backup of Vigie");
        }
        home.requireOurs();
    }

    /** Takes over all that an unpacked backup holds; what was here before is gone. */
    public void replaceBy(Path unpacked) throws IOException {
        empty();
        try (var entries = Files.newDirectoryStream(unpacked)) {
            for (var entry : entries) {
                var name = folder.resolve(entry.getFileName());
                if (name.equals(run()) || name.equals(lock())) {
                    // no backup of ours holds them, and a forged pid file would end a process of somebody else
                    continue;
                }
                Files.move(entry, folder.resolve(entry.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (Files.exists(credentials())) {
            Files.setPosixFilePermissions(credentials(), PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Deletes everything but the lock and what says that the folder is ours: a reset that failed half way can be tried again. */
    void empty() throws IOException {
        // one by one, because some of them can be links to where they really are
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (!entry.equals(lock()) && !entry.equals(mark())) {
                    DataFolder.delete(entry);
                }
            }
        }
    }

    private void requireOurs() throws IOException {
        if (Files.exists(mark())) {
            var layout = Files.readString(mark()).strip();
            if (!layout.equals(LAYOUT)) {
                throw new StartFailed(
                        "The data folder " + folder + " was written by another version of Vigie (layout \""
                                + layout.lines().findFirst().orElse("")
                                + "\"): use that version, or choose another folder with --data.");
            }
            return;
        }
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new StartFailed("The folder " + folder
                        + " holds something that is not Vigie's: choose another data folder with --data.");
            }
        }
    }

    /** Root can write everywhere, but must not turn another user's data into its own. */
    private void requireOwner() throws IOException {
        var probe = Files.createTempFile(folder, "probe", "");
        try {
            var me = Files.getOwner(probe);
            var owner = Files.getOwner(folder);
            if (!owner.equals(me)) {
                throw new StartFailed(
                        "The data folder %s belongs to the user %s, and this is %s: use the same user, or choose another folder with --data."
                                .formatted(folder, owner.getName(), me.getName()));
            }
        } finally {
            Files.delete(probe);
        }
    }

    Path mark() {
        return folder.resolve(MARK);
    }

    /** Pid files. */
    public Path run() {
        return folder.resolve("run");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** State that a service can make again from Kafka. */
    public Path state(String service) {
        return folder.resolve("state").resolve(service);
    }

    Path lock() {
        return folder.resolve("lock");
    }

    public Path credentials() {
        return folder.resolve("credentials");
    }

    /** What runs where, while it runs. */
    public Path ports() {
        return run().resolve("ports");
    }
}
