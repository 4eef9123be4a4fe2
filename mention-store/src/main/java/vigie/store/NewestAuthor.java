package vigie.store;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.json.JsonData;
import org.jspecify.annotations.Nullable;
import vigie.model.Author;

/** An account as its newest mention shows it, as a question put under other questions and as its answer read back. */
final class NewestAuthor {

    static final String NAME = "who";

    static final Aggregation QUESTION = Aggregation.of(a -> a.topHits(t -> t.size(1)
            .sort(MentionReader.by("eventTime", SortOrder.Desc))
            .source(s -> s.filter(f -> f.includes("shown.author")))));

    private NewestAuthor() {}

    static @Nullable Author read(@Nullable Aggregate answer) {
        if (answer == null || answer.topHits().hits().hits().isEmpty()) {
            return null;
        }
        JsonData source = answer.topHits().hits().hits().get(0).source();
        var shown = source == null ? null : source.to(Hit.class).shown();
        return shown == null ? null : shown.author();
    }

    /** What to show a person instead of an account's id, where known. */
    static @Nullable String label(@Nullable Author author) {
        return author == null ? null : author.handle() != null ? author.handle() : author.name();
    }

    /** Nothing but the asked part of the source. */
    private record Hit(@Nullable Shown shown) {}

    private record Shown(@Nullable Author author) {}
}
