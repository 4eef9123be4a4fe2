package vigie.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vigie.model.MatchedSpan;

/** Says what a match is; engines that match faster have to agree with it. */
public final class Evaluator {
    /** So many places of one clause, so that a frequent word does not hide the other clauses. */
    private static final int SPANS_PER_CLAUSE = 5;

    private static final List<String> LISTS = List.of("title", "text", "hashtags");

    private final Searchable post;
    private final Set<MatchedSpan> spans = new LinkedHashSet<>();

    private Evaluator(Searchable post) {
        this.post = post;
    }

    /** Whether {@code post} matches {@code query}, with the clauses that made it so. */
    public static Match evaluate(Query query, Searchable post) {
        var evaluator = new Evaluator(post);
        if (!evaluator.matches(query)) {
            return Match.NONE;
        }
        evaluator.collect(query);
        return new Match(true, evaluator.spans.stream().limit(Match.MAX_SPANS).toList());
    }

    /** Whether {@code post} matches, without asking where. */
    public static boolean matches(Query query, Searchable post) {
        return new Evaluator(post).matches(query);
    }

    private boolean matches(Query query) {
        if (query instanceof Query.And and) {
            return and.clauses().stream().allMatch(this::matches);
        }
        if (query instanceof Query.Or or) {
            return or.clauses().stream().anyMatch(this::matches);
        }
        if (query instanceof Query.Not not) {
            return !matches(not.clause());
        }
        if (query instanceof Query.Words words) {
            return has(words.zone(), List.of(words.span()));
        }
        if (query instanceof Query.Near near) {
            return has(near.zone(), near.alternatives());
        }
        if (query instanceof Query.Keyword keyword) {
            var keys = post.keys(keyword.field());
            return keyword.pattern()
                    ? keys.stream().anyMatch(key -> Wildcards.matches(keyword.key(), key))
                    : keys.contains(keyword.key());
        }
        if (query instanceof Query.Range range) {
            return inRange(range);
        }
        throw new AssertionError(query);
    }

    private boolean inRange(Query.Range range) {
        var number = post.number(range.field());
        if (number == null) {
            return false;
        }
        boolean above = range.lowIncluded() ? number >= range.low() : number > range.low();
        return above && (range.highIncluded() ? number <= range.high() : number < range.high());
    }

    private boolean has(Zone zone, List<Span> alternatives) {
        for (var tokens : post.indexed(zone)) {
            var intervals = new Intervals(tokens);
            for (var span : alternatives) {
                if (tokens.size() > 0 && !intervals.of(span).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Notes where the clauses of a query that matches do so; exclusions have no place. */
    private void collect(Query query) {
        if (spans.size() >= Match.MAX_SPANS || query instanceof Query.Not) {
            return;
        }
        if (query instanceof Query.And and) {
            and.clauses().forEach(this::collect);
        } else if (query instanceof Query.Or or) {
            or.clauses().stream().filter(this::matches).forEach(this::collect);
        } else if (query instanceof Query.Words words) {
            places(words.zone(), List.of(words.span()), words.print());
        } else if (query instanceof Query.Near near) {
            places(near.zone(), near.alternatives(), near.print());
        } else if (query instanceof Query.Keyword keyword) {
            keyword(keyword);
        } else if (query instanceof Query.Range range) {
            spans.add(new MatchedSpan(range.field().key(), 0, 0, range.print()));
        }
    }

    private void places(Zone zone, List<Span> alternatives, String clause) {
        var found = new ArrayList<MatchedSpan>();
        var lists = post.indexed(zone);
        for (int i = 0; i < lists.size(); i++) {
            var tokens = lists.get(i);
            var intervals = new Intervals(tokens);
            for (var span : alternatives) {
                for (var interval : intervals.of(span)) {
                    found.add(place(LISTS.get(i), tokens, interval, clause));
                }
            }
        }
        found.stream().distinct().limit(SPANS_PER_CLAUSE).forEach(spans::add);
    }

    /** Words inside a hashtag lie within it, so that the last token need not end last. */
    private static MatchedSpan place(String list, TokenList tokens, Intervals.Interval interval, String clause) {
        int start = tokens.get(interval.start()).start();
        int end = 0;
        for (int i = interval.start(); i <= interval.end(); i++) {
            start = Math.min(start, tokens.get(i).start());
            end = Math.max(end, tokens.get(i).end());
        }
        return new MatchedSpan(list, start, end, clause);
    }

    /** Hashtags and mentioned accounts stand in the text and can be shown there. */
    private void keyword(Query.Keyword keyword) {
        char sigil = keyword.field() == Field.HASHTAG ? '#' : keyword.field() == Field.MENTION ? '@' : 0;
        if (sigil == 0) {
            spans.add(new MatchedSpan(keyword.field().key(), 0, 0, keyword.print()));
            return;
        }
        var key = sigil + keyword.key();
        var either = List.<Span>of(new Span.OneOf(List.of(
                new Word(Form.FOLDED, key, keyword.pattern()), new Word(Form.ACCENTED, key, keyword.pattern()))));
        places(Zone.ANYWHERE, either, keyword.print());
    }
}
