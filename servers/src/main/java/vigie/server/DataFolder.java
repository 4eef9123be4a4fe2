package vigie.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What is done to whole folders. */
public final class DataFolder {

    private DataFolder() {}

    static boolean holdsSomething(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    /** Deletes a folder with all it holds, also where a link to it stands in its place; does not follow links inside. */
    public static void delete(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            var target = folder.resolveSibling(Files.readSymbolicLink(folder));
            Files.delete(folder);
            if (OrdinaryUser.isOurs(target)) {
                deleteTree(target);
            }
        } else if (Files.exists(folder)) {
            deleteTree(folder);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException error) throws IOException {
                if (error != null) {
                    throw error;
                }
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
