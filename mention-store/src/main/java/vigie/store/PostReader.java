package vigie.store;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigie.model.Post;

/** The accepted posts, matched or not. */
final class PostReader {

    private final Elastic elastic;
    private final Indices indices;

    PostReader(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    PostSample matching(Query query, Instant from, int samples) {
        var answer = elastic.ask(c -> c.search(
                s -> s.index(indices.posts())
                        .allowPartialSearchResults(false)
                        .query(Filters.all(List.of(Filters.between("eventTime", from, null), query)))
                        .sort(MentionReader.by("eventTime", SortOrder.Desc), MentionReader.by("post.id", SortOrder.Asc))
                        .size(samples)
                        .trackTotalHits(t -> t.enabled(true))
                        .source(f -> f.filter(i -> i.includes("shown"))),
                ShownPost.class));
        var posts = answer.hits().hits().stream()
                .flatMap(h -> Optional.ofNullable(h.source()).stream())
                .map(ShownPost::shown)
                .toList();
        return new PostSample(MentionReader.total(answer.hits().total()), posts);
    }

    /** The displayed part of a post's document. */
    record ShownPost(Post shown) {}
}
