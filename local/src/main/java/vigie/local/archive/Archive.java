package vigie.local.archive;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Plain files and folders in a {@code .tar.gz}. What comes out of one is not trusted: it can have been made by anybody. */
final class Archive {

    private static final int BUFFER = 1 << 16;

    private Archive() {}

    /**
     * Writes a folder.
     *
     * @param wanted of the paths relative to the folder; a folder that is not wanted is left out with all it holds
     * @param progress told how many bytes were read so far
     */
    static void write(Path folder, Path file, Predicate<Path> wanted, LongConsumer progress) throws IOException {
        // it holds people's words and the credentials
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), "backup", ".part", owner);
        try {
            try (var out = new TarArchiveOutputStream(
                    new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(half), BUFFER)), "UTF-8")) {
                out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                add(folder, Path.of(""), out, wanted, progress);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void add(
            Path folder, Path below, TarArchiveOutputStream out, Predicate<Path> wanted, LongConsumer progress)
            throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                var name = below.resolve(folder.relativize(dir).toString());
                return dir.equals(folder) || wanted.test(name)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = below.resolve(folder.relativize(file).toString());
                if (!wanted.test(name)) {
                    return FileVisitResult.CONTINUE;
                }
                if (attributes.isRegularFile()) {
                    addFile(file, name);
                } else if (attributes.isSymbolicLink() && dirBelow(file)) {
                    // data that lies elsewhere is part of the folder all the same
                    add(file.toRealPath(), name, out, wanted, progress);
                }
                return FileVisitResult.CONTINUE;
            }

            private boolean dirBelow(Path link) {
                return below.toString().isEmpty() && link.resolveSibling("").equals(folder) && Files.isDirectory(link);
            }

            private void addFile(Path file, Path name) throws IOException {
                var entry = new TarArchiveEntry(file, name.toString());
                entry.setUserName("");
                entry.setGroupName("");
                out.putArchiveEntry(entry);
                Files.copy(file, out);
                out.closeArchiveEntry();
                progress.accept(out.getBytesWritten());
            }
        });
    }

    /**
     * Unpacks into an empty folder, and nowhere else.
     *
     * @param progress told how many bytes of the archive were read so far
     * @throws IOException also when the archive holds a link, a device or a name that leads out of the folder
     */
    static void read(Path file, Path folder, LongConsumer progress) throws IOException {
        try (var in = new TarArchiveInputStream(
                new GZIPInputStream(
                        new Counting(new BufferedInputStream(Files.newInputStream(file), BUFFER), progress)),
                "UTF-8")) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var target = within(folder, entry);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    requireRoom(folder, entry.getSize());
                    Files.createDirectories(target.resolveSibling(""));
                    Files.copy(in, target);
                }
            }
        }
    }

    private static Path within(Path folder, TarArchiveEntry entry) throws IOException {
        if (entry.isLink()
                || entry.isSymbolicLink()
                || entry.isCharacterDevice()
                || entry.isBlockDevice()
                || entry.isFIFO()) {
            throw new IOException("it holds something that is neither a file nor a folder: " + entry.getName());
        }
        try {
            var target = folder.resolve(entry.getName()).normalize();
            if (Path.of(entry.getName()).isAbsolute() || !target.startsWith(folder) || target.equals(folder)) {
                throw new IOException("it holds a name that leads out of the data folder: " + entry.getName());
            }
            return target;
        } catch (InvalidPathException e) {
            throw new IOException("it holds a name that is none here", e);
        }
    }

    private static void requireRoom(Path folder, long bytes) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < bytes + (256L << 20)) {
            throw new IOException("there is not enough room on the disk");
        }
    }

    /** Tells how far the compressed file has been read. */
    private static final class Counting extends FilterInputStream {
        private final LongConsumer progress;
        private long count;

        Counting(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            var b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var n = super.read(bytes, offset, length);
            count += Math.max(n, 0);
            progress.accept(count);
            return n;
        }
    }
}
