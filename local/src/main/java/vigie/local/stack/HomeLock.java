package vigie.local.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import vigie.server.StartFailed;

/** One launcher per data folder. The system lets go of the lock when the launcher ends, however it ends. */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param purpose ends the sentence that refuses when somebody has it, as in "stop it before …"
     */
    public static HomeLock take(Home home, String purpose) {
        return tryTake(home)
                .orElseThrow(() -> new StartFailed("Vigie is running on the data folder " + home.folder() + holder(home)
                        + ": stop it (Ctrl-C where it was started) before " + purpose + "."));
    }

    /** Whether somebody has it. */
    public static boolean isTaken(Home home) {
        var lock = tryTake(home);
        lock.ifPresent(HomeLock::close);
        return lock.isEmpty();
    }

    private static Optional<HomeLock> tryTake(Home home) {
        try {
            var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return Optional.of(new HomeLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new StartFailed("The data folder " + home.folder() + " cannot be locked: " + e.getMessage() + ".", e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(Home home) {
        try {
            return " (process " + Files.readString(home.lock()).strip() + ")";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartFailed("The lock of the data folder cannot be released: " + e.getMessage() + ".", e);
        }
    }
}
