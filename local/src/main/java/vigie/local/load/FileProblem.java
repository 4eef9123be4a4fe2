package vigie.local.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file could not be read, as a sentence: Java's own message is often the path alone, or the name of a class. */
public final class FileProblem {

    private FileProblem() {}

    public static String of(Path file, IOException e) {
        return file + ": " + reason(e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "may not be read";
        }
        if (e instanceof EOFException) {
            return "is cut off: the compressed data ends too early";
        }
        if (e instanceof CharacterCodingException) {
            return "is not UTF-8";
        }
        return e.getMessage() == null ? "cannot be read" : e.getMessage();
    }

    /** The same for what a stream of lines throws. */
    public static String of(Path file, UncheckedIOException e) {
        var cause = e.getCause();
        return cause == null ? file + ": cannot be read" : of(file, cause);
    }
}
