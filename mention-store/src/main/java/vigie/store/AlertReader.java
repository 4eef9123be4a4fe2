package vigie.store;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.model.Alert;

/** The incidents, newest first. */
final class AlertReader {

    private static final String ORDER = "alerts";

    private final Elastic elastic;
    private final Indices indices;

    AlertReader(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    AlertPage page(AlertFilter filter, int size, @Nullable String cursor) {
        MentionReader.checkSize(size);
        var after = cursor == null ? List.<FieldValue>of() : Cursor.read(cursor, ORDER, "ls");
        var answer = elastic.ask(c -> c.search(
                s -> {
                    s.index(indices.alerts())
                            .ignoreUnavailable(true)
                            .allowPartialSearchResults(false)
                            .query(Filters.of(filter))
                            .sort(
                                    MentionReader.by("openedAt", SortOrder.Desc),
                                    MentionReader.by("alertId", SortOrder.Asc))
                            .size(size)
                            .trackTotalHits(t -> t.enabled(true))
                            .source(f -> f.filter(i -> i.includes("shown")));
                    if (!after.isEmpty()) {
                        s.searchAfter(after);
                    }
                    return s;
                },
                ShownAlert.class));
        var hits = answer.hits().hits();
        var items = hits.stream()
                .flatMap(h -> Optional.ofNullable(h.source()).stream())
                .map(ShownAlert::shown)
                .toList();
        var next =
                hits.size() < size ? null : Cursor.of(ORDER, hits.get(size - 1).sort());
        return new AlertPage(items, MentionReader.total(answer.hits().total()), next);
    }

    Optional<Alert> alert(String id) {
        try {
            var answer = elastic.ask(c -> c.get(g -> g.index(indices.alerts()).id(Keyword.of(id)), ShownAlert.class));
            return Optional.ofNullable(answer.source()).map(ShownAlert::shown);
        } catch (Elastic.RefusedByServer e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    long open(@Nullable List<String> brands) {
        return count(Filters.of(new AlertFilter(brands, "open", null, null)));
    }

    /** How many were open at a moment of the past. */
    long openAt(@Nullable List<String> brands, Instant at) {
        var begun = Filters.of(new AlertFilter(brands, null, null, at));
        var still = Query.of(q -> q.bool(b -> b.should(Filters.between("settledAt", at, null))
                .should(s -> s.term(t -> t.field("state").value("open")))));
        return count(Filters.all(List.of(begun, still)));
    }

    private long count(Query query) {
        return elastic.ask(c -> c.count(
                        n -> n.index(indices.alerts()).ignoreUnavailable(true).query(query)))
                .count();
    }

    /** The displayed part of an alert's document. */
    record ShownAlert(Alert shown) {}
}
