package vigie.store;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which month's index holds a post, so that an edit that changes its date moves it instead of copying it, and a deletion, which
 * names no date, finds it.
 *
 * <p>The index tells for all but the last second's writes, which it has not made searchable yet; those are remembered here.
 */
final class PostPlaces {

    private static final int REMEMBERED = 50_000;
    private static final int ASKED_AT_ONCE = 1_000;

    private final Elastic elastic;
    private final Indices indices;
    private final Map<String, String> recent = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    PostPlaces(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    /** Per document id, the indices that hold it; ids in none are absent. */
    Map<String, Set<String>> of(Collection<String> ids) {
        var places = new HashMap<String, Set<String>>();
        var unknown = new ArrayList<String>();
        synchronized (recent) {
            for (var id : ids) {
                var place = recent.get(id);
                if (place == null) {
                    unknown.add(id);
                } else {
                    places.computeIfAbsent(id, k -> new LinkedHashSet<>()).add(place);
                }
            }
        }
        for (var start = 0; start < unknown.size(); start += ASKED_AT_ONCE) {
            look(unknown.subList(start, Math.min(unknown.size(), start + ASKED_AT_ONCE)), places);
        }
        return places;
    }

    /** Remembers what was just written. */
    void written(Map<String, String> indexOfId) {
        synchronized (recent) {
            recent.putAll(indexOfId);
        }
    }

    private void look(List<String> ids, Map<String, Set<String>> places) {
        var query = Query.of(q -> q.ids(i -> i.values(ids)));
        var hits = elastic.ask(c -> c.search(
                s -> s.index(indices.posts())
                        .allowPartialSearchResults(false)
                        .query(query)
                        .source(f -> f.fetch(false))
                        .trackTotalHits(t -> t.enabled(false))
                        .size(10_000),
                Void.class));
        for (var hit : hits.hits().hits()) {
            places.computeIfAbsent(String.valueOf(hit.id()), k -> new LinkedHashSet<>())
                    .add(hit.index());
        }
    }
}
