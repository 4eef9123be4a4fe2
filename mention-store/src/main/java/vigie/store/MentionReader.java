package vigie.store;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mentions and posts one by one, in a stable order. */
final class MentionReader {

    private static final int LARGEST_PAGE = 1_000;

    private final Elastic elastic;
    private final Indices indices;

    MentionReader(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    MentionPage page(MentionFilter filter, MentionSort sort, int size, @Nullable String cursor) {
        checkSize(size);
        var query = Filters.of(filter);
        var after = cursor == null ? List.<FieldValue>of() : Cursor.read(cursor, sort.wire(), kinds(sort));
        var answer = elastic.ask(c -> c.search(
                s -> {
                    s.index(indices.mentions())
                            .allowPartialSearchResults(false)
                            .query(query)
                            .sort(order(sort))
                            .size(size)
                            .trackTotalHits(t -> t.enabled(true))
                            .source(f -> f.filter(i -> i.includes("shown")));
                    if (!after.isEmpty()) {
                        s.searchAfter(after);
                    }
                    return s;
                },
                ShownMention.class));
        var hits = answer.hits().hits();
        var items = hits.stream()
                .flatMap(h -> Optional.ofNullable(h.source()).stream())
                .map(ShownMention::shown)
                .toList();
        var next = hits.size() < size
                ? null
                : Cursor.of(sort.wire(), hits.get(size - 1).sort());
        return new MentionPage(items, total(answer.hits().total()), next);
    }

    Optional<StoredMention> mention(String id) {
        return byId(List.of(id)).stream().findFirst();
    }

    List<StoredMention> byId(Collection<String> mentionIds) {
        if (mentionIds.isEmpty()) {
            return List.of();
        }
        var ids = mentionIds.stream().map(Keyword::of).distinct().toList();
        var answer = elastic.ask(c -> c.search(
                s -> s.index(indices.mentions())
                        .allowPartialSearchResults(false)
                        .query(Query.of(q -> q.ids(i -> i.values(ids))))
                        .source(f -> f.filter(i -> i.includes("shown")))
                        .size(ids.size()),
                ShownMention.class));
        return answer.hits().hits().stream()
                .flatMap(h -> Optional.ofNullable(h.source()).stream())
                .map(ShownMention::shown)
                .toList();
    }

    static void checkSize(int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new RefusedRequest("size", "between 1 and " + LARGEST_PAGE);
        }
    }

    static long total(co.elastic.clients.elasticsearch.core.search.@Nullable TotalHits total) {
        return total == null ? 0 : total.value();
    }

    private static List<SortOptions> order(MentionSort sort) {
        var recent = by("eventTime", SortOrder.Desc);
        var id = by("mentionId", SortOrder.Asc);
        if (sort == MentionSort.RECENT) {
            return List.of(recent, id);
        }
        if (sort == MentionSort.OLDEST) {
            return List.of(by("eventTime", SortOrder.Asc), id);
        }
        if (sort == MentionSort.VIRAL) {
            return List.of(by("virality", SortOrder.Desc), recent, id);
        }
        if (sort == MentionSort.REACH) {
            return List.of(by("reachHigh", SortOrder.Desc), recent, id);
        }
        return List.of(by("score", SortOrder.Asc), recent, id);
    }

    private static String kinds(MentionSort sort) {
        if (sort == MentionSort.RECENT || sort == MentionSort.OLDEST) {
            return "ls";
        }
        return sort == MentionSort.REACH ? "lls" : "dls";
    }

    static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }

    /** The displayed part of a mention's document. */
    record ShownMention(StoredMention shown) {}
}
