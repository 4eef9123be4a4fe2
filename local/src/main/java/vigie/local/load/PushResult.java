package vigie.local.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ingest service's answer to a batch. */
public record PushResult(int accepted, List<Refusal> rejected) {

    public PushResult {
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
    }

    /**
     * One item that was not taken.
     *
     * @param index its place in the batch, from 0
     */
    public record Refusal(int index, @Nullable String field, String error) {}
}
