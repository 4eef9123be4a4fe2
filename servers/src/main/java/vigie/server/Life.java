package vigie.server;

import java.util.List;

/** How long a process is to live, which decides how its JVM compiles. */
public enum Life {
    /** Weeks: what the optimising compiler costs at the start comes back many times. */
    LONG(List.of()),
    /** Minutes (a demo, a test): the quick compiler alone starts in about half the processor time and is good enough. */
    SHORT(List.of("-XX:TieredStopAtLevel=1"));

    private final List<String> flags;

    Life(List<String> flags) {
        this.flags = flags;
    }

    /** Arguments for {@code java}. */
    public List<String> flags() {
        return flags;
    }
}
