package vigie.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import vigie.server.Ports;

/**
 * What this machine has to give.
 *
 * @param freeDisk bytes, where the data folder is
 * @param freeMemory bytes that new processes can have without anybody being swapped out
 */
record Machine(long freeDisk, long freeMemory, IntPredicate freePort) {

    static Machine here(Path folder) {
        try {
            return new Machine(Files.getFileStore(folder).getUsableSpace(), availableMemory(), Ports::isFree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long availableMemory() throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        // the whole machine, or the container's limit
        var total = system.getTotalMemorySize();
        var meminfo = Path.of("/proc/meminfo");
        if (!Files.isReadable(meminfo)) {
            // elsewhere "free" leaves out what caches would give back, so only the total says something
            return total;
        }
        return Files.readAllLines(meminfo).stream()
                .filter(l -> l.startsWith("MemAvailable:"))
                .map(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .map(available -> Math.min(available, total))
                .orElse(total);
    }
}
