package vigie.store;

import java.util.List;

/** What became of each write of a batch, in the batch's order. */
public record BulkResult(List<Item> items) {

    public BulkResult {
        items = List.copyOf(items);
    }

    /** How many writes can never succeed. */
    public long rejected() {
        return items.stream().filter(Rejected.class::isInstance).count();
    }

    /** The fate of one write. */
    public sealed interface Item {}

    /** The index says what the write said. */
    public record Ok() implements Item {}

    /** The index already knew something newer; as good as written. */
    public record Stale() implements Item {}

    /**
     * This write can never succeed and belongs to the dead letters.
     *
     * @param reason what Elasticsearch objected to, without quoting the document
     */
    public record Rejected(String reason) implements Item {}
}
