package vigie.server;

import java.util.List;

/** How long a process is to live, which decides how its JVM compiles. */
public enum Life {
    /**
     * Weeks: what the optimising compiler costs at the start comes back many times. Not where all processes share two processors: there
     * it takes for minutes what the posts need.
     */
    LONG {
        @Override
        List<String> flags(int processors) {
            return processors <= 2 ? SHORT.flags(processors) : List.of();
        }
    },
    /** Minutes (a demo, a test): the quick compiler alone starts in about half the processor time and is good enough. */
    SHORT {
        @Override
        List<String> flags(int processors) {
            return List.of("-XX:TieredStopAtLevel=1");
        }
    };

    abstract List<String> flags(int processors);

    /** Arguments for {@code java}. */
    public List<String> flags() {
        return flags(Runtime.getRuntime().availableProcessors());
    }
}
