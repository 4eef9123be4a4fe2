package vigie.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the minimal intervals of a {@link Span} in a list of tokens, in order; what Lucene's intervals find, written plainly. */
final class Intervals {

    /** Positions from {@code start} to {@code end}, both included. */
    record Interval(int start, int end) {}

    private final TokenList tokens;

    Intervals(TokenList tokens) {
        this.tokens = tokens;
    }

    List<Interval> of(Span span) {
        if (span instanceof Span.OneOf one) {
            return oneOf(one);
        }
        if (span instanceof Span.Adjacent adjacent) {
            return adjacent(adjacent.words());
        }
        if (span instanceof Span.Window window) {
            return window(window);
        }
        if (span instanceof Span.Pair pair) {
            return pair(pair);
        }
        throw new AssertionError(span);
    }

    private List<Interval> oneOf(Span.OneOf one) {
        var found = new ArrayList<Interval>();
        for (int position : tokens.positions(one.words())) {
            found.add(new Interval(position, position));
        }
        return found;
    }

    private List<Interval> adjacent(List<Word> words) {
        var found = new ArrayList<Interval>();
        for (int start : tokens.positions(words.get(0))) {
            int n = 1;
            while (n < words.size() && start + n < tokens.size() && words.get(n).matches(tokens.get(start + n))) {
                n++;
            }
            if (n == words.size()) {
                found.add(new Interval(start, start + n - 1));
            }
        }
        return found;
    }

    /** Slides a window over the tokens; each time it holds all words it is narrowed from the left until it would lose one. */
    private List<Interval> window(Span.Window window) {
        Map<Word, Integer> missing = new HashMap<>();
        window.words().forEach(w -> missing.merge(w, 1, Integer::sum));
        if (missing.keySet().stream().anyMatch(w -> tokens.positions(w).length == 0)) {
            return List.of();
        }
        int lacking = missing.size();
        var found = new ArrayList<Interval>();
        int left = 0;
        for (int right = 0; right < tokens.size(); right++) {
            lacking -= count(missing, tokens.get(right), -1);
            while (lacking == 0) {
                int lost = count(missing, tokens.get(left), 1);
                if (lost > 0 && right - left + 1 - window.words().size() <= window.maxGaps()) {
                    found.add(new Interval(left, right));
                }
                lacking += lost;
                left++;
            }
        }
        return found;
    }

    /** Adds {@code step} to what is missing of each word the token is; returns how many words became complete or incomplete. */
    private static int count(Map<Word, Integer> missing, Token token, int step) {
        int changed = 0;
        for (var entry : missing.entrySet()) {
            if (entry.getKey().matches(token)) {
                int before = entry.getValue();
                entry.setValue(before + step);
                changed += step < 0 && before == 1 || step > 0 && before == 0 ? 1 : 0;
            }
        }
        return changed;
    }

    /** The latest first before each second, and of the seconds that share a first the earliest. */
    private List<Interval> pair(Span.Pair pair) {
        var firsts = of(pair.first());
        if (firsts.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Interval>();
        int latest = -1;
        int used = -1;
        for (var second : of(pair.second())) {
            while (latest + 1 < firsts.size() && firsts.get(latest + 1).end() < second.start()) {
                latest++;
            }
            if (latest > used) {
                used = latest;
                var first = firsts.get(latest);
                boolean close = second.start() - first.end() - 1 <= pair.maxGaps();
                if (close && !(pair.sameSentence() && crossesSentences(first.start(), second.end()))) {
                    found.add(new Interval(first.start(), second.end()));
                }
            }
        }
        return found;
    }

    private boolean crossesSentences(int start, int end) {
        return tokens.get(start).sentence() != tokens.get(end).sentence();
    }
}
