package vigie.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigie.query.StopWords;

/**
 * Finds the words that are said of brands now and were hardly said in the four weeks before.
 *
 * <p>Elasticsearch proposes words from a sample; what is shown of each is then counted exactly over everything.
 */
final class EmergingWords {

    private static final Duration PAST = Duration.ofDays(28);
    private static final int SAMPLE = 20_000;
    private static final int CANDIDATES = 200;
    private static final long FEWEST_MENTIONS = 3;
    private static final int MOST_ITEMS = 100;
    private static final String FIELD = "post.words.all.folded";

    private final Elastic elastic;
    private final Indices indices;

    EmergingWords(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    Emerging of(MentionFilter filter, int size) {
        if (size < 1 || size > MOST_ITEMS) {
            throw new RefusedRequest("size", "between 1 and " + MOST_ITEMS);
        }
        var now = Filters.of(filter);
        var before = before(filter);
        var said = count(now);
        // without a past, everything would be new
        if (said == 0 || count(before) == 0) {
            return new Emerging(List.of());
        }
        var words = new ArrayList<Scored>();
        for (var word : candidates(now, before, said)) {
            if (words.size() < size && !StopWords.contain(word.term())) {
                words.add(word);
            }
        }
        return words.isEmpty() ? new Emerging(List.of()) : counted(words, now, before);
    }

    private static Query before(MentionFilter filter) {
        var all = new ArrayList<Query>();
        all.add(Filters.between("eventTime", filter.from().minus(PAST), filter.from()));
        Filters.brands(all, filter.brands());
        return Filters.all(all);
    }

    private List<Scored> candidates(Query now, Query before, long said) {
        var question = Aggregation.of(a -> a.significantText(s -> s.field(FIELD)
                .size(CANDIDATES)
                .minDocCount(FEWEST_MENTIONS)
                .backgroundFilter(before)
                .jlh(j -> j)));
        var answer = elastic.count(indices.mentions(), sampled(now, said), Map.of("words", question))
                .get("words");
        return answer == null
                ? List.of()
                : answer.sigsterms().buckets().array().stream()
                        .map(b -> new Scored(b.key(), b.score()))
                        .toList();
    }

    /** Mention ids are hashes, so those that begin with a given digit are a fair sixteenth, the same one each time. */
    private static Query sampled(Query query, long said) {
        var prefix = new StringBuilder();
        for (var left = said; left > SAMPLE; left /= 16) {
            prefix.append('7');
        }
        return prefix.isEmpty()
                ? query
                : Filters.all(List.of(
                        query, Query.of(q -> q.prefix(p -> p.field("mentionId").value(prefix.toString())))));
    }

    private Emerging counted(List<Scored> words, Query now, Query before) {
        var filters = words.stream().map(w -> Filters.term(FIELD, w.term())).toList();
        var each = Aggregation.of(
                a -> a.filters(f -> f.filters(b -> b.array(filters))).aggregations(Tally.LABELS, Tally.BY_LABEL));
        var nowCounts =
                elastic.count(indices.mentions(), now, Map.of("each", each)).get("each");
        var beforeCounts =
                elastic.count(indices.mentions(), before, Map.of("each", each)).get("each");
        var items = new ArrayList<Emerging.Item>();
        for (var i = 0; i < words.size(); i++) {
            var counts = counts(nowCounts, i);
            items.add(new Emerging.Item(
                    words.get(i).term(),
                    counts.all(),
                    counts(beforeCounts, i).all(),
                    words.get(i).score(),
                    counts.negative(),
                    counts.neutral(),
                    counts.positive()));
        }
        return new Emerging(items);
    }

    private static SentimentCounts counts(@Nullable Aggregate answer, int i) {
        return answer == null
                ? SentimentCounts.NONE
                : Tally.read(answer.filters().buckets().array().get(i).aggregations());
    }

    private long count(Query query) {
        return elastic.ask(c -> c.count(n -> n.index(indices.mentions()).query(query)))
                .count();
    }

    private record Scored(String term, double score) {}
}
