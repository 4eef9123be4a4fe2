package vigie.local.stack;

import java.util.stream.Collectors;
import vigie.server.StartFailed;

/** What can be known to go wrong before anything is started, each in one sentence. */
final class Preflight {

    static final long DISK = 2L << 30;

    /** Measured: 2.0 GB just after the start, up to 2.9 GB when every heap is full. */
    static final long MEMORY = 5L << 29;

    private Preflight() {}

    static void check(Home home, PortPlan ports, Machine machine) {
        var taken = ports.byName().entrySet().stream()
                .filter(e -> !machine.freePort().test(e.getValue()))
                .map(e -> e.getValue() + " (" + e.getKey() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new StartFailed("In use by another program: port " + taken
                    + ". Stop that program, or choose other ports (./vigie up --help).");
        }
        if (machine.freeDisk() < DISK) {
            throw new StartFailed("Too little disk: %s free for %s, and Vigie needs %s."
                    .formatted(gigabytes(machine.freeDisk()), home.folder(), gigabytes(DISK)));
        }
        if (machine.freeMemory() < MEMORY) {
            throw new StartFailed("Too little memory: %s free, and Vigie needs %s."
                    .formatted(gigabytes(machine.freeMemory()), gigabytes(MEMORY)));
        }
    }

    private static String gigabytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
