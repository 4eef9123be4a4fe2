package vigie.server;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Elasticsearch refuses to run as root. When we are root it gets the identity of nobody in particular (uid and gid 65534), and its files
 * must lie where that user can reach them: not below a closed home such as {@code /root}. What cannot be reached goes to
 * {@code /var/lib/vigie}, with a link in its place.
 */
final class OrdinaryUser {

    /** Only root can write there, so nobody can put a program of theirs in our way; unlike /var/tmp it is never tidied up. */
    static final Path REACHABLE = Path.of("/var/lib/vigie");

    private static final int ID = 65534;

    private OrdinaryUser() {}

    static boolean needed() {
        return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == 0;
    }

    /** The words to put before a command so that it runs as that user. */
    static List<String> prefix() {
        var setpriv = Programs.find("setpriv")
                .orElseThrow(
                        () -> new StartFailed(
                                "Elasticsearch does not run as root, and the program setpriv (package util-linux) is missing: install it or run Vigie as an ordinary user."));
        return List.of(
                setpriv.toString(),
                "--reuid=" + ID,
                "--regid=" + ID,
                "--clear-groups",
                "--inh-caps=-all",
                "--no-new-privs",
                "--");
    }

    /** A folder with programs, or a copy of it, that the user can read. */
    static Path readable(Path folder) throws IOException {
        if (can("-r", folder.resolve("lib")) && can("-x", folder.resolve("bin/elasticsearch"))) {
            return folder;
        }
        var copy = REACHABLE.resolve(folder.getFileName());
        if (!Files.isDirectory(copy)) {
            open(REACHABLE);
            var half = Files.createTempDirectory(REACHABLE, "copying-");
            copyTree(folder, half);
            open(half);
            try {
                Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // somebody else was faster
                DataFolder.delete(half);
                if (!Files.isDirectory(copy)) {
                    throw e;
                }
            }
        }
        return copy;
    }

    /** The real place of a data folder, where the user can reach it; {@code folder} may become a link to it. */
    static Path place(Path folder) throws IOException {
        var parent = Files.createDirectories(folder.toAbsolutePath().resolveSibling(""))
                .toRealPath();
        if (Files.isSymbolicLink(folder) && !Files.isDirectory(folder)) {
            throw new StartFailed("The data folder " + folder + " is a link to " + Files.readSymbolicLink(folder)
                    + ", which is gone: restore a backup or reset.");
        }
        if (!Files.isSymbolicLink(folder) && !can("-x", parent)) {
            moveWithin(folder);
        }
        var real = Files.createDirectories(folder).toRealPath();
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-x---"));
        return real;
    }

    /** Whether a folder that one of our links leads to is one that we made. */
    static boolean isOurs(Path target) {
        return target.normalize().startsWith(REACHABLE);
    }

    /** Whether the user can read the Java we run on. */
    static void requireJava() throws IOException {
        if (!can("-x", Programs.java())) {
            throw new StartFailed("Elasticsearch does not run as root, and the Java in " + Programs.java()
                    + " cannot be used by another user: install Java for everybody or run Vigie as an ordinary user.");
        }
    }

    private static void moveWithin(Path folder) throws IOException {
        open(REACHABLE);
        var real = Files.createTempDirectory(REACHABLE, "data-");
        if (Files.isDirectory(folder)) {
            copyTree(folder, real);
            DataFolder.delete(folder);
        }
        Files.createSymbolicLink(folder, real);
    }

    private static void open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Asks the system itself, which knows of mount options and access lists, too. */
    private static boolean can(String test, Path path) throws IOException {
        var words = new ArrayList<>(prefix());
        words.add("test");
        words.add(test);
        words.add(path.toString());
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted.", e);
        }
    }

    /** Gives a folder with all it holds to the user. */
    static void give(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                return giveOne(dir);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return giveOne(file);
            }
        });
    }

    private static FileVisitResult giveOne(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", ID, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", ID, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var copy = to.resolve(from.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
