package vigie.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.query.StopWords;

/**
 * Finds the words, phrases and hashtags that are said of brands now and were hardly said in the four weeks before.
 *
 * <p>Elasticsearch proposes words from a sample, a smaller sample is read for phrases; each proposal is then counted exactly over
 * everything, now and before.
 */
final class EmergingTerms {

    private static final Duration PAST = Duration.ofDays(28);
    private static final int SAMPLE = 20_000;
    private static final int TEXTS = 2_000;
    private static final int PROPOSED_WORDS = 200;
    private static final int PROPOSED_PHRASES = 100;
    private static final int FEWEST_MENTIONS = 3;
    private static final int MOST_ITEMS = 100;
    private static final String SEED = "1";
    private static final String FIELD = "post.words.all.folded";

    /** A hashtag that so large a part of those use who use its word is shown as the hashtag. */
    private static final double MOSTLY = 0.8;

    private final Elastic elastic;
    private final Indices indices;

    EmergingTerms(Elastic elastic, Indices indices) {
        this.elastic = elastic;
        this.indices = indices;
    }

    Emerging of(MentionFilter filter, int size) {
        if (size < 1 || size > MOST_ITEMS) {
            throw new RefusedRequest("size", "between 1 and " + MOST_ITEMS);
        }
        var now = Filters.of(filter);
        var before = before(filter);
        var novelty = new Novelty(count(now), count(before));
        // without a past, everything would be new
        if (novelty.now() == 0 || novelty.before() == 0) {
            return new Emerging(List.of());
        }
        var phrases = read(now);
        var terms = new LinkedHashSet<>(words(now, before, novelty.now()));
        terms.addAll(phrases.frequent(PROPOSED_PHRASES));
        return terms.isEmpty()
                ? new Emerging(List.of())
                : new Emerging(chosen(counted(List.copyOf(terms), now, before, novelty), phrases, size));
    }

    /** What was felt, where and in which language is compared with the same; what else was asked for may be new itself. */
    private static Query before(MentionFilter filter) {
        return Filters.of(MentionFilter.between(filter.from().minus(PAST), filter.from())
                .brands(filter.brands())
                .sentiment(filter.sentiment())
                .platform(filter.platform())
                .lang(filter.lang())
                .build());
    }

    private List<String> words(Query now, Query before, long said) {
        var question = Aggregation.of(a -> a.significantText(s -> s.field(FIELD)
                .size(PROPOSED_WORDS)
                .minDocCount((long) FEWEST_MENTIONS)
                .backgroundFilter(before)
                .jlh(j -> j)));
        var answer = elastic.count(indices.mentions(), sampled(now, said), Map.of("words", question))
                .get("words");
        return answer == null
                ? List.of()
                : answer.sigsterms().buckets().array().stream()
                        .map(b -> b.key())
                        .filter(word -> !StopWords.contain(word))
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

    private Phrases read(Query now) {
        var drawn = Query.of(q -> q.functionScore(f ->
                f.query(now).functions(x -> x.randomScore(r -> r.seed(SEED).field("mentionId")))));
        var hits = elastic.ask(c -> c.search(
                        s -> s.index(indices.mentions())
                                .allowPartialSearchResults(false)
                                .query(drawn)
                                .size(TEXTS)
                                .trackTotalHits(t -> t.enabled(false))
                                .source(f -> f.filter(i -> i.includes("shown.title", "shown.text"))),
                        Told.class))
                .hits()
                .hits();
        var phrases = new Phrases();
        hits.stream()
                .flatMap(h -> Optional.ofNullable(h.source()).stream())
                .forEach(told -> phrases.add(told.shown().words()));
        return phrases;
    }

    private record Told(Words shown) {}

    private record Words(@Nullable String title, @Nullable String text) {
        String words() {
            return Objects.requireNonNullElse(title, "") + "\n" + Objects.requireNonNullElse(text, "");
        }
    }

    private List<Emerging.Item> counted(List<String> terms, Query now, Query before, Novelty novelty) {
        var filters = terms.stream().map(EmergingTerms::holding).toList();
        var each = Aggregation.of(
                a -> a.filters(f -> f.filters(b -> b.array(filters))).aggregations(Tally.LABELS, Tally.BY_LABEL));
        var nowCounts =
                elastic.count(indices.mentions(), now, Map.of("each", each)).get("each");
        var beforeCounts =
                elastic.count(indices.mentions(), before, Map.of("each", each)).get("each");
        var items = new ArrayList<Emerging.Item>();
        for (var i = 0; i < terms.size(); i++) {
            var counts = counts(nowCounts, i);
            var past = counts(beforeCounts, i).all();
            items.add(new Emerging.Item(
                    terms.get(i),
                    counts.all(),
                    past,
                    novelty.score(counts.all(), past),
                    counts.negative(),
                    counts.neutral(),
                    counts.positive(),
                    List.of(terms.get(i))));
        }
        return items;
    }

    private static Query holding(String term) {
        return term.indexOf(' ') < 0
                ? Filters.term(FIELD, term)
                : Query.of(q -> q.matchPhrase(p -> p.field(FIELD).query(term)));
    }

    private static SentimentCounts counts(@Nullable Aggregate answer, int i) {
        return answer == null
                ? SentimentCounts.NONE
                : Tally.read(answer.filters().buckets().array().get(i).aggregations());
    }

    private static List<Emerging.Item> chosen(List<Emerging.Item> counted, Phrases phrases, int size) {
        var chosen = new ArrayList<Emerging.Item>();
        var fresh = merged(counted).stream()
                .filter(item -> item.mentions() >= FEWEST_MENTIONS && item.score() > 0)
                .toList();
        var words = fresh.stream().flatMap(item -> item.forms().stream()).collect(Collectors.toSet());
        var ranked = fresh.stream()
                .sorted(Comparator.comparingDouble(Emerging.Item::score)
                        .reversed()
                        // of pieces said equally often the one with most new words says most, then the longest
                        .thenComparing(item -> -newWords(item.term(), words))
                        .thenComparing(item -> -item.term().length())
                        .thenComparing(Emerging.Item::term))
                .toList();
        for (var item : ranked) {
            var isPiece = item.term().indexOf(' ') > 0
                    && chosen.stream().anyMatch(other -> phrases.areOne(item.term(), other.term()));
            if (!isPiece && chosen.size() < size) {
                chosen.add(item);
            }
        }
        return chosen;
    }

    private static long newWords(String term, Set<String> words) {
        return Stream.of(term.split(" ")).filter(words::contains).count();
    }

    /** The tokenizer puts a hashtag's word beside it, so the word's figures hold the hashtag's. */
    private static List<Emerging.Item> merged(List<Emerging.Item> items) {
        var byTerm = new LinkedHashMap<String, Emerging.Item>();
        items.forEach(item -> byTerm.put(item.term(), item));
        for (var item : items) {
            var word = item.term().startsWith("#") ? byTerm.get(item.term().substring(1)) : null;
            if (word != null) {
                byTerm.remove(item.term());
                byTerm.put(word.term(), word.with(item, item.mentions() >= MOSTLY * word.mentions()));
            }
        }
        return List.copyOf(byTerm.values());
    }

    private long count(Query query) {
        return elastic.ask(c -> c.count(n -> n.index(indices.mentions()).query(query)))
                .count();
    }
}
