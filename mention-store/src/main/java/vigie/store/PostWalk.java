package vigie.store;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigie.store.PostReader.ShownPost;

/** Goes through stored posts page by page, whole and with their versions, for whoever has to look at every one of them. */
final class PostWalk {

    private static final String ORDER = "posts";

    private final Elastic elastic;
    private final Indices indices;

    PostWalk(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    PostPage page(PostFilter filter, int size, @Nullable String cursor) {
        MentionReader.checkSize(size);
        var query = query(filter);
        var after = cursor == null ? List.<FieldValue>of() : Cursor.read(cursor, ORDER, "ls");
        try {
            var answer = elastic.ask(c -> c.search(
                    s -> {
                        s.index(indices.posts())
                                .allowPartialSearchResults(false)
                                .query(query)
                                .sort(
                                        MentionReader.by("eventTime", SortOrder.Desc),
                                        MentionReader.by("post.id", SortOrder.Asc))
                                .size(size)
                                .version(true)
                                .trackTotalHits(t -> t.enabled(true))
                                .source(f -> f.filter(i -> i.includes("shown")));
                        if (!after.isEmpty()) {
                            s.searchAfter(after);
                        }
                        return s;
                    },
                    ShownPost.class));
            var hits = answer.hits().hits();
            var next = hits.size() < size
                    ? null
                    : Cursor.of(ORDER, hits.get(size - 1).sort());
            return new PostPage(stored(hits), MentionReader.total(answer.hits().total()), next);
        } catch (Elastic.RefusedByServer e) {
            throw new RefusedRequest(
                    "queries", "are more than the index can answer at once; use fewer or shorter ones");
        }
    }

    /** Those of them that are stored; the index holds each once. */
    List<StoredPost> byId(Collection<String> postIds) {
        if (postIds.isEmpty()) {
            return List.of();
        }
        var ids = postIds.stream().map(Keyword::of).distinct().toList();
        var answer = elastic.ask(c -> c.search(
                s -> s.index(indices.posts())
                        .allowPartialSearchResults(false)
                        .query(Query.of(q -> q.ids(i -> i.values(ids))))
                        .size(ids.size())
                        .version(true)
                        .source(f -> f.filter(i -> i.includes("shown"))),
                ShownPost.class));
        return stored(answer.hits().hits());
    }

    private static List<StoredPost> stored(List<Hit<ShownPost>> hits) {
        return hits.stream()
                .flatMap(hit ->
                        Optional.ofNullable(hit.source())
                                .map(source -> new StoredPost(source.shown(), version(hit)))
                                .stream())
                .toList();
    }

    private static Instant version(Hit<?> hit) {
        return Instant.ofEpochMilli(Objects.requireNonNull(hit.version(), "was asked for"));
    }

    private static Query query(PostFilter filter) {
        var all = new ArrayList<Query>();
        all.add(Filters.between("eventTime", filter.from(), filter.to()));
        filter.caught().forEach(set -> all.add(caught(set)));
        var none = filter.missed().stream().map(PostWalk::caught).toList();
        return Query.of(q -> q.bool(b -> b.filter(all).mustNot(none)));
    }

    private static Query caught(QuerySet set) {
        if (set.queries().isEmpty()) {
            return Query.of(q -> q.matchNone(n -> n));
        }
        var any = set.queries().stream().map(QueryCompiler::compile).toList();
        var unwanted = new ArrayList<Query>();
        var exclusions = set.exclusions();
        if (!exclusions.sites().isEmpty()) {
            unwanted.add(terms(
                    "post.keys.site",
                    exclusions.sites().stream().map(Keyword::of).toList()));
        }
        if (!exclusions.authors().isEmpty()) {
            unwanted.add(terms(
                    "post.author",
                    exclusions.authors().stream().map(Keyword::lower).toList()));
        }
        return Query.of(q -> q.bool(b -> b.should(any).minimumShouldMatch("1").mustNot(unwanted)));
    }

    private static Query terms(String field, List<String> values) {
        var fields = values.stream().map(FieldValue::of).toList();
        return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(fields))));
    }
}
