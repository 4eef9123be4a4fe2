package vigie.store;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.List;

/**
 * Takes documents out for good.
 *
 * <p>Each deletion carries the moment of the erasure as its version, so that older writes still on their way cannot bring the
 * document back. What is written while it works is found by looking again until nothing is left.
 */
final class Eraser {

    private static final int AT_ONCE = 2_000;
    private static final int ROUNDS = 10;
    private static final Time KEEP = Time.of(t -> t.time("2m"));

    private final Elastic elastic;
    private final Indices indices;

    Eraser(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    Erased brand(String brand, Instant at) {
        var query = Filters.term("brand", Keyword.of(brand));
        return new Erased(erase(indices.mentions(), query, at), 0, erase(indices.alerts(), query, at));
    }

    Erased author(String platform, String authorId, Instant at) {
        var query = Filters.term("post.author", PostFields.authorKey(platform, authorId));
        return new Erased(erase(indices.mentions(), query, at), erase(indices.posts(), query, at), 0);
    }

    Erased post(String postId, Instant at) {
        var query = Filters.term("post.id", Keyword.of(postId));
        return new Erased(erase(indices.mentions(), query, at), erase(indices.posts(), query, at), 0);
    }

    private long erase(String pattern, Query query, Instant at) {
        long erased = 0;
        for (var round = 0; round < ROUNDS; round++) {
            elastic.ask(c -> c.indices()
                    .refresh(r -> r.index(pattern).allowNoIndices(true).ignoreUnavailable(true)));
            var found = round(pattern, query, at);
            erased += found;
            if (found == 0) {
                return erased;
            }
        }
        throw new StoreUnavailable("new documents arrive as fast as they are erased; try again");
    }

    private long round(String pattern, Query query, Instant at) {
        var view = elastic.ask(c -> c.openPointInTime(
                        p -> p.index(pattern).ignoreUnavailable(true).keepAlive(KEEP)))
                .id();
        try {
            long erased = 0;
            var after = List.<FieldValue>of();
            while (true) {
                var hits = hits(view, query, after);
                if (hits.isEmpty()) {
                    return erased;
                }
                erased += delete(hits, at);
                after = hits.get(hits.size() - 1).sort();
            }
        } finally {
            elastic.ask(c -> c.closePointInTime(p -> p.id(view)));
        }
    }

    private List<Hit<Void>> hits(String view, Query query, List<FieldValue> after) {
        return elastic.ask(c -> c.search(
                        s -> {
                            s.pit(p -> p.id(view).keepAlive(KEEP))
                                    .query(query)
                                    .version(true)
                                    .source(f -> f.fetch(false))
                                    .trackTotalHits(t -> t.enabled(false))
                                    .sort(MentionReader.by("_shard_doc", SortOrder.Asc))
                                    .size(AT_ONCE);
                            if (!after.isEmpty()) {
                                s.searchAfter(after);
                            }
                            return s;
                        },
                        Void.class))
                .hits()
                .hits();
    }

    private long delete(List<Hit<Void>> hits, Instant at) {
        var operations = hits.stream()
                .map(hit -> BulkOperation.of(b -> b.delete(d -> d.index(hit.index())
                        .id(String.valueOf(hit.id()))
                        .version(Math.max(at.toEpochMilli(), (hit.version() == null ? 0 : hit.version()) + 1))
                        .versionType(VersionType.ExternalGte))))
                .toList();
        var answer = elastic.ask(c -> c.bulk(b -> b.operations(operations)));
        long erased = 0;
        for (var item : answer.items()) {
            if (item.status() == 200) {
                erased++;
            } else if (item.status() != 404 && item.status() != 409) {
                throw new StoreUnavailable("Elasticsearch answered " + item.status() + " to an erasure");
            }
        }
        return erased;
    }
}
