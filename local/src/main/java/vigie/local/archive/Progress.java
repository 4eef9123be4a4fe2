package vigie.local.archive;

import java.io.PrintWriter;
import java.util.function.LongConsumer;

/** A line for every 100 MB, so that one sees it work. */
final class Progress implements LongConsumer {

    private static final long STEP = 100L << 20;

    private final PrintWriter out;
    private final String done;
    private long told;

    Progress(PrintWriter out, String done) {
        this.out = out;
        this.done = done;
    }

    @Override
    public void accept(long bytes) {
        if (bytes >= told + STEP) {
            told = bytes;
            out.printf("  %s %,d MB%n", done, bytes >> 20);
            out.flush();
        }
    }
}
