package vigie.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads from a server's log why it gave up: what people can do something about, else its last line. */
final class Cause {

    private record Known(Pattern sign, String sentence) {}

    private static final List<Known> KNOWN = List.of(
            known("No space left on device", "the disk is full."),
            known(
                    "insufficient memory for the Java Runtime|Cannot allocate memory|java.lang.OutOfMemoryError|Could not reserve enough space",
                    "there is not enough memory."),
            known("Address already in use|BindException", "its port is in use by another program."),
            known(
                    "failed to obtain node lock|Failed to acquire lock on file|LockObtainFailedException",
                    "another process uses the data folder %s."),
            known("AccessDeniedException|Permission denied", "it may not read or write below %s."),
            known(
                    "[Cc]orrupt|meta\\.properties|Malformed|EOFException|checksum|cannot upgrade|downgrade|InconsistentClusterIdException",
                    "the data folder %s is broken or written by another version: restore a backup or reset."));

    private static final String CAUSED_BY = "Caused by: ";

    private Cause() {}

    static String in(String log, Path data) {
        // what it says of itself when all is well names options and files that sound like trouble
        var trouble = log.lines().filter(l -> !l.contains(" INFO ")).collect(Collectors.joining("\n"));
        return explained(log)
                .or(() -> KNOWN.stream()
                        .filter(k -> k.sign().matcher(trouble).find())
                        .findFirst()
                        .map(k -> k.sentence().formatted(data)))
                .orElseGet(() -> lastWords(log));
    }

    private static String lastWords(String log) {
        var lines = log.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty()
                        && !l.startsWith("at ")
                        && !l.matches("\\.\\.\\. \\d+ (more|common frames omitted)"))
                .toList();
        // of a chain of exceptions the last one is the reason, whatever was logged after it
        return lines.stream()
                .filter(l -> l.startsWith(CAUSED_BY))
                .reduce((a, b) -> b)
                .map(l -> l.substring(CAUSED_BY.length()))
                .or(() -> lines.stream().reduce((a, b) -> b))
                .map(Cause::quoted)
                .orElse("it said nothing.");
    }

    /** Spring Boot explains what it understands. */
    private static Optional<String> explained(String log) {
        var lines = log.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        var head = lines.lastIndexOf("Description:");
        return head >= 0 && head + 1 < lines.size() ? Optional.of(quoted(lines.get(head + 1))) : Optional.empty();
    }

    private static String quoted(String words) {
        return "\"" + words + "\".";
    }

    private static Known known(String sign, String sentence) {
        return new Known(Pattern.compile(sign), sentence);
    }
}
