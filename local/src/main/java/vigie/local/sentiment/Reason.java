package vigie.local.sentiment;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, for people: the JDK's own messages are often only the file's name. */
final class Reason {

    private Reason() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + ": there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + ": may not be read or written by this user";
        }
        return String.valueOf(e.getMessage());
    }
}
