package vigie.store;

import co.elastic.clients.elasticsearch._types.query_dsl.Intervals;
import co.elastic.clients.elasticsearch._types.query_dsl.IntervalsFilter;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import vigie.query.Form;
import vigie.query.Query.And;
import vigie.query.Query.Near;
import vigie.query.Query.Not;
import vigie.query.Query.Or;
import vigie.query.Query.Range;
import vigie.query.Query.Words;
import vigie.query.Searchable;
import vigie.query.Span;
import vigie.query.Word;
import vigie.query.Zone;

/**
 * Turns a query of the house's language into one of Elasticsearch's that finds the same posts.
 *
 * <p>The index holds the tokenizer's own tokens and keys, so each clause is a plain lookup; positions are asked with {@code
 * intervals}, whose meaning the language's spans were written after. Nothing a person types is parsed a second time.
 */
final class QueryCompiler {

    private static final String WORDS = "post.words.";
    private static final String KEYS = "post.keys.";
    private static final String NUMBERS = "post.numbers.";

    private QueryCompiler() {}

    static Query compile(vigie.query.Query query) {
        if (query instanceof And and) {
            return and(and.clauses());
        }
        if (query instanceof Or or) {
            return any(or.clauses().stream().map(QueryCompiler::compile).toList());
        }
        if (query instanceof Not not) {
            return and(List.of(not));
        }
        if (query instanceof Words words) {
            return words.words().size() == 1
                    ? word(words.zone(), words.words().get(0))
                    : intervals(words.zone(), words.span());
        }
        if (query instanceof Near near) {
            return any(near.alternatives().stream()
                    .map(span -> intervals(near.zone(), span))
                    .toList());
        }
        if (query instanceof vigie.query.Query.Keyword keyword) {
            var field = KEYS + keyword.field().key();
            return keyword.pattern() ? wildcard(field, keyword.key()) : Filters.term(field, keyword.key());
        }
        if (query instanceof Range range) {
            return range(range);
        }
        throw new AssertionError(query);
    }

    private static Query and(List<vigie.query.Query> clauses) {
        var wanted = new ArrayList<Query>();
        var excluded = new ArrayList<Query>();
        for (var clause : clauses) {
            if (clause instanceof Not not) {
                excluded.add(compile(not.clause()));
            } else {
                wanted.add(compile(clause));
            }
        }
        return Query.of(q -> q.bool(b -> b.filter(wanted).mustNot(excluded)));
    }

    private static Query any(List<Query> queries) {
        return queries.size() == 1
                ? queries.get(0)
                : Query.of(q -> q.bool(b -> b.should(queries).minimumShouldMatch("1")));
    }

    private static Query word(Zone zone, Word word) {
        var field = field(zone, word.form());
        return word.pattern() ? wildcard(field, word.text()) : Filters.term(field, WellFormed.of(word.text()));
    }

    private static Query wildcard(String field, String pattern) {
        return Query.of(
                q -> q.wildcard(w -> w.field(field).value(escaped(pattern)).rewrite("constant_score")));
    }

    private static Query range(Range range) {
        return Query.of(q -> q.range(r -> r.number(n -> {
            n.field(NUMBERS + range.field().key());
            if (Double.isFinite(range.low())) {
                // 0 and -0 are one number to people, two to Lucene
                var low = range.low() + 0.0;
                if (range.lowIncluded()) {
                    n.gte(low);
                } else {
                    n.gt(low);
                }
            }
            if (Double.isFinite(range.high())) {
                var high = range.high() + 0.0;
                if (range.highIncluded()) {
                    n.lte(high);
                } else {
                    n.lt(high);
                }
            }
            return n;
        })));
    }

    private static Query intervals(Zone zone, Span span) {
        var source = source(zone, span);
        return Query.of(q -> q.intervals(i -> {
            i.field(field(zone, Form.FOLDED));
            // each of these variants has the shape of a source of its own
            if (source.isAllOf()) {
                return i.allOf(source.allOf());
            }
            return i.anyOf(a -> a.intervals(source));
        }));
    }

    private static Intervals source(Zone zone, Span span) {
        if (span instanceof Span.OneOf one) {
            var words = leaves(zone, one.words());
            return words.size() == 1 ? words.get(0) : Intervals.of(i -> i.anyOf(a -> a.intervals(words)));
        }
        if (span instanceof Span.Adjacent adjacent) {
            return together(leaves(zone, adjacent.words()), true, 0);
        }
        if (span instanceof Span.Window window) {
            return together(leaves(zone, window.words()), false, window.maxGaps());
        }
        if (span instanceof Span.Pair pair) {
            var sides = List.of(source(zone, pair.first()), source(zone, pair.second()));
            return pair.sameSentence()
                    ? Intervals.of(i -> i.allOf(a -> a.ordered(true)
                            .maxGaps(pair.maxGaps())
                            .intervals(sides)
                            .filter(sameSentence(zone))))
                    : together(sides, true, pair.maxGaps());
        }
        throw new AssertionError(span);
    }

    private static Intervals together(List<Intervals> sources, boolean ordered, int maxGaps) {
        return Intervals.of(
                i -> i.allOf(a -> a.ordered(ordered).maxGaps(maxGaps).intervals(sources)));
    }

    private static IntervalsFilter sameSentence(Zone zone) {
        var sentence = Intervals.of(i -> i.allOf(
                a -> a.ordered(true).intervals(mark(zone, SentenceMarks.BEGIN), mark(zone, SentenceMarks.END))));
        return IntervalsFilter.of(f -> f.containedBy(sentence));
    }

    private static Intervals mark(Zone zone, String mark) {
        return Intervals.of(
                i -> i.match(m -> m.query(mark).useField(WORDS + zone.field() + "." + Searchable.SENTENCE_FIELD)));
    }

    private static List<Intervals> leaves(Zone zone, List<Word> words) {
        return words.stream().map(word -> leaf(zone, word)).toList();
    }

    private static Intervals leaf(Zone zone, Word word) {
        var field = field(zone, word.form());
        return word.pattern()
                ? Intervals.of(
                        i -> i.wildcard(w -> w.pattern(escaped(word.text())).useField(field)))
                : Intervals.of(
                        i -> i.match(m -> m.query(WellFormed.of(word.text())).useField(field)));
    }

    private static String field(Zone zone, Form form) {
        return WORDS + zone.field() + "." + form.field();
    }

    /** The language has no escapes; Elasticsearch's patterns have one. */
    private static String escaped(String pattern) {
        return WellFormed.of(pattern).replace("\\", "\\\\");
    }
}
