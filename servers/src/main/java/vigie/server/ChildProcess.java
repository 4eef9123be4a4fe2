package vigie.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A process of ours that runs beside this one: in a session of its own (a Ctrl-C in the terminal does not reach it), with a log file
 * and a pid file. The broker, Elasticsearch and the services are all started and stopped through this class.
 */
public final class ChildProcess implements AutoCloseable {

    private static final int TAIL_BYTES = 64 * 1024;

    /** As a nice value: about a tenth of the weight of others. */
    private static final String BEHIND_OTHERS = "10";

    /**
     * What to start.
     *
     * @param name names the log and the pid file, and the process in messages
     * @param words program and arguments
     * @param environment added to this process's own
     * @param folder working directory
     * @param logs where {@code <name>.log} is written, appending
     * @param run where {@code <name>.pid} is written
     * @param patience how long it may take to stop before it is killed
     */
    public record Command(
            String name,
            List<String> words,
            Map<String, String> environment,
            Path folder,
            Path logs,
            Path run,
            Duration patience) {

        public Command {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }
    }

    private final Command command;
    private final Process process;
    private final PidFile pidFile;
    private final Path log;
    private final long logStart;

    private ChildProcess(Command command, Process process, PidFile pidFile, Path log, long logStart) {
        this.command = command;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
        this.logStart = logStart;
    }

    /** Starts it and returns at once; throws {@link StartFailed} when the program cannot be run at all. */
    public static ChildProcess start(Command command) {
        var log = command.logs().resolve(command.name() + ".log");
        try {
            Files.createDirectories(command.logs());
            Files.createDirectories(command.run());
            var logStart = Files.exists(log) ? Files.size(log) : 0;
            var builder = new ProcessBuilder(inOwnSession(command.words()))
                    .directory(command.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(command.environment());
            var process = builder.start();
            var child = new ChildProcess(
                    command,
                    process,
                    new PidFile(command.run().resolve(command.name() + Reaper.SUFFIX)),
                    log,
                    logStart);
            child.writePidFile();
            return child;
        } catch (IOException e) {
            throw new StartFailed("Cannot start " + command.name() + ": " + e.getMessage(), e);
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static List<String> inOwnSession(List<String> words) {
        return Programs.find("setsid")
                .map(setsid -> {
                    var all = new ArrayList<String>();
                    all.add(setsid.toString());
                    all.addAll(words);
                    return (List<String>) all;
                })
                .orElse(words);
    }

    /** Writes the pid file again, with what the process has started by now. */
    public void writePidFile() {
        pidFile.write(process.toHandle());
    }

    /**
     * From now on other servers come first where the processors are all in use. Linux may share them by session first, and by process
     * only within a session: there {@code nice} says nothing about the other servers, and each would get an equal share, however much
     * it needs. Without effect where the system does not work so.
     */
    public void letOthersGoFirst() {
        var session = Path.of("/proc/" + pid() + "/autogroup");
        try {
            if (!Files.readString(session).equals(Files.readString(Path.of("/proc/self/autogroup")))) {
                Files.writeString(session, BEHIND_OTHERS, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            // a kernel without such groups: nice counts there
        }
    }

    public String name() {
        return command.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Completes with the exit code when it ends, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public Path log() {
        return log;
    }

    /** What it has logged since this start, at most the last 64 KiB. */
    public String recentLog() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            // the log may have been cut since
            var start = file.length() < logStart ? 0 : logStart;
            file.seek(Math.max(start, file.length() - TAIL_BYTES));
            var bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The last lines it has logged since this start. */
    public List<String> lastLines(int count) {
        var lines = recentLog().lines().filter(l -> !l.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Keeps the log below a size: what is over goes to {@code <name>.log.1}, what was there goes. The process writes on. */
    public void boundLog(long bytes) {
        try {
            if (Files.exists(log) && Files.size(log) > bytes) {
                Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                // it was opened for appending, so the next line lands at the new end
                Files.newByteChannel(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it with everything it started; returns when nothing of it runs. */
    @Override
    public void close() {
        Ending.end(everything(), command.patience());
        pidFile.delete();
    }

    /** Stops it at once, without giving it time to tidy up. */
    public void kill() {
        Ending.end(everything(), Duration.ZERO);
        pidFile.delete();
    }

    /** The process itself may be dead already and what it started still run. */
    private List<ProcessHandle> everything() {
        var all = new ArrayList<>(pidFile.running());
        all.add(process.toHandle());
        return all;
    }
}
