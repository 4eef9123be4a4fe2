package vigie.store;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vigie.query.StopWords;
import vigie.query.Token;
import vigie.query.Tokenizer;

/**
 * Finds the words, phrases and hashtags that are said of brands now and were hardly said in the four weeks before.
 *
 * <p>A fair sample of both times is read and proposes; each proposal is then counted exactly over everything, now and before. To count
 * all words exactly takes Elasticsearch seconds over a million mentions: it would have to take their texts apart anew.
 */
final class EmergingTerms {

    private static final Duration PAST = Duration.ofDays(28);

    /** So many mentions of now and of before are read word by word; of fewer, all are. */
    private static final int TEXTS = 1_500;

    private static final int PAST_TEXTS = 1_000;

    /** A fair sample is rarely larger by so many. */
    private static final int MORE = 300;

    private static final int PROPOSED_PHRASES = 100;
    private static final int FEWEST_MENTIONS = 3;
    private static final int MOST_ITEMS = 100;

    /** Proposed beyond what is wanted: some turn out not to be new. */
    private static final int SPARE = 8;

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
        var novelty = AtOnce.ask(() -> count(now), () -> count(before), Novelty::new);
        // without a past, everything would be new
        if (novelty.now() == 0 || novelty.before() == 0) {
            return new Emerging(List.of());
        }
        var phrases = new Phrases();
        var terms = AtOnce.ask(
                () -> read(now, novelty.now(), TEXTS),
                () -> read(before, novelty.before(), PAST_TEXTS),
                (said, past) -> proposed(said, phrases, past, 2 * size + SPARE));
        if (terms.isEmpty()) {
            return new Emerging(List.of());
        }
        var fresh = merged(counted(terms, now, before, novelty)).stream()
                .filter(EmergingTerms::isSurelyNew)
                .toList();
        return new Emerging(best(fresh, phrases, size));
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

    /** What the samples alone would call new, the most striking first; only this is counted over everything. */
    private static List<String> proposed(List<Said> said, Phrases phrases, List<Said> past, int most) {
        var with = new HashMap<String, Integer>();
        said.forEach(tokens -> tokens.words().forEach(word -> with.merge(word, 1, Integer::sum)));
        with.entrySet().removeIf(e -> e.getValue() < FEWEST_MENTIONS || StopWords.contain(e.getKey()));
        // what enough texts say is made of words that as many have
        said.forEach(tokens -> phrases.add(tokens.text(), with::containsKey));
        var parts = new HashSet<String>();
        for (var phrase : phrases.frequent(PROPOSED_PHRASES)) {
            with.put(phrase, phrases.count(phrase));
            parts.addAll(List.of(phrase.split(" ")));
        }
        var before = new HashMap<String, Integer>();
        for (var tokens : past) {
            Stream.concat(tokens.words().stream(), Phrases.of(tokens.text(), parts::contains).stream())
                    .filter(with::containsKey)
                    .forEach(term -> before.merge(term, 1, Integer::sum));
        }
        var novelty = new Novelty(said.size(), past.size());
        var items = with.entrySet().stream()
                .map(e -> {
                    var earlier = before.getOrDefault(e.getKey(), 0);
                    var score = novelty.score(e.getValue(), earlier);
                    return new Emerging.Item(e.getKey(), e.getValue(), earlier, score, 0, 0, 0, List.of(e.getKey()));
                })
                .toList();
        return best(merged(items), phrases, most).stream()
                .flatMap(item -> item.forms().stream())
                .toList();
    }

    private static boolean isSurelyNew(Emerging.Item item) {
        return item.mentions() >= FEWEST_MENTIONS && item.score() > 0;
    }

    /** Mention ids are hashes, so those below a bound are a fair sample, the same one each time. */
    private static Query sampled(Query query, long said, int most) {
        if (said <= most) {
            return query;
        }
        var bound = String.format(Locale.ROOT, "%08x", (long) (0x1p32 * most / said));
        return Filters.all(List.of(
                query,
                Query.of(q -> q.range(r -> r.term(t -> t.field("mentionId").lt(bound))))));
    }

    private List<Said> read(Query query, long said, int most) {
        var drawn = sampled(query, said, most);
        return elastic
                .ask(c -> c.search(
                        s -> s.index(indices.mentions())
                                .allowPartialSearchResults(false)
                                .query(drawn)
                                .size(most + MORE)
                                .trackTotalHits(t -> t.enabled(false))
                                .source(f -> f.filter(i -> i.includes("shown.title", "shown.text", "shown.hashtags"))),
                        Told.class))
                .hits()
                .hits()
                .stream()
                .flatMap(h -> Optional.ofNullable(h.source()).stream())
                .map(told -> told.shown().tokens())
                .toList();
    }

    private record Told(Words shown) {}

    private record Words(
            @Nullable String title,
            @Nullable String text,
            @Nullable List<String> hashtags) {

        Said tokens() {
            var both = Objects.requireNonNullElse(title, "") + "\n" + Objects.requireNonNullElse(text, "");
            return new Said(Tokenizer.tokenize(both), Objects.requireNonNullElse(hashtags, List.of()));
        }
    }

    /** One mention, taken apart once, for that is the most of the work. */
    private record Said(List<Token> text, List<String> declared) {

        /** Those under which the mention is indexed, each once. */
        Set<String> words() {
            var words = new HashSet<String>();
            text.forEach(token -> words.add(token.folded()));
            declared.forEach(tag -> Tokenizer.tokenize("#" + tag).forEach(token -> words.add(token.folded())));
            return words;
        }
    }

    private List<Emerging.Item> counted(List<String> terms, Query now, Query before, Novelty novelty) {
        var filters = terms.stream().map(EmergingTerms::holding).toList();
        var each = Aggregation.of(
                a -> a.filters(f -> f.filters(b -> b.array(filters))).aggregations(Tally.LABELS, Tally.BY_LABEL));
        return AtOnce.ask(
                () -> elastic.count(indices.mentions(), now, Map.of("each", each))
                        .get("each"),
                () -> elastic.count(indices.mentions(), before, Map.of("each", each))
                        .get("each"),
                (nowCounts, beforeCounts) -> items(terms, nowCounts, beforeCounts, novelty));
    }

    private static List<Emerging.Item> items(
            List<String> terms, @Nullable Aggregate nowCounts, @Nullable Aggregate beforeCounts, Novelty novelty) {
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

    /** The most striking; of pieces of one saying the best. */
    private static List<Emerging.Item> best(List<Emerging.Item> items, Phrases phrases, int size) {
        var chosen = new ArrayList<Emerging.Item>();
        var words = items.stream()
                .filter(EmergingTerms::isSurelyNew)
                .flatMap(item -> item.forms().stream())
                .collect(Collectors.toSet());
        // of pieces said equally often the one with most new words says most, then the longest
        var newWords = items.stream()
                .collect(Collectors.toMap(
                        Emerging.Item::term, item -> newWords(item.term(), words), (one, same) -> one));
        var ranked = items.stream()
                .sorted(Comparator.comparingDouble(Emerging.Item::score)
                        .thenComparing(item -> newWords.getOrDefault(item.term(), 0L))
                        .thenComparing(item -> item.term().length())
                        .reversed()
                        .thenComparing(Emerging.Item::term))
                .toList();
        for (var item : ranked) {
            if (chosen.size() == size) {
                break;
            }
            var isPiece = item.term().indexOf(' ') > 0
                    && chosen.stream().anyMatch(other -> phrases.areOne(item.term(), other.term()));
            if (!isPiece) {
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
