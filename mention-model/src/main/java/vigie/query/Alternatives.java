package vigie.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Multiplies OR out of a NEAR, so that no engine's way of minimizing intervals of different lengths changes the meaning. */
final class Alternatives {
    private Alternatives() {}

    static List<Span> of(Query query) {
        if (query instanceof Query.Words words) {
            return List.of(words.span());
        }
        if (query instanceof Query.Or or) {
            return any(or);
        }
        if (query instanceof Query.Near near) {
            return pairs(near);
        }
        throw new IllegalArgumentException("not a thing of positions: " + query);
    }

    /** How many spans {@link #of} makes, without making them. */
    static long count(Query query) {
        if (query instanceof Query.Or or) {
            boolean single = or.clauses().stream().anyMatch(Alternatives::isSingle);
            return (single ? 1 : 0)
                    + or.clauses().stream()
                            .filter(c -> !isSingle(c))
                            .mapToLong(Alternatives::count)
                            .sum();
        }
        if (query instanceof Query.Near near) {
            long product = count(near.left()) * count(near.right());
            return Math.min(Integer.MAX_VALUE, near.join() == Query.Join.ORDERED ? product : 2 * product);
        }
        return 1;
    }

    private static boolean isSingle(Query query) {
        return query instanceof Query.Words words && words.words().size() == 1;
    }

    /** Single words stay together: intervals of one position cannot contain each other. */
    private static List<Span> any(Query.Or or) {
        Set<Word> singles = new LinkedHashSet<>();
        Set<Span> spans = new LinkedHashSet<>();
        for (var clause : or.clauses()) {
            if (clause instanceof Query.Words words && isSingle(words)) {
                singles.add(words.words().get(0));
            } else {
                spans.addAll(of(clause));
            }
        }
        var all = new ArrayList<Span>();
        if (!singles.isEmpty()) {
            all.add(new Span.OneOf(List.copyOf(singles)));
        }
        all.addAll(spans);
        return all;
    }

    private static List<Span> pairs(Query.Near near) {
        Set<Span> pairs = new LinkedHashSet<>();
        boolean sentence = near.join() == Query.Join.SENTENCE;
        for (var left : of(near.left())) {
            for (var right : of(near.right())) {
                pairs.add(new Span.Pair(left, right, near.distance(), sentence));
                if (near.join() != Query.Join.ORDERED) {
                    pairs.add(new Span.Pair(right, left, near.distance(), sentence));
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** Whether both sides of some pair are the same thing, which engines disagree about. */
    static boolean hasTwins(Query.Near near) {
        var left = of(near.left());
        return of(near.right()).stream().anyMatch(r -> left.stream().anyMatch(l -> same(l, r)));
    }

    private static boolean same(Span a, Span b) {
        if (a instanceof Span.OneOf one && b instanceof Span.OneOf other) {
            return Set.copyOf(one.words()).equals(Set.copyOf(other.words()));
        }
        return a.equals(b);
    }
}
