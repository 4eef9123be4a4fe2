package vigie.analysis.virality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vigie.model.Virality;

/**
 * The looks at a post's counters that are worth keeping to draw how it spread. The newest is in its {@link Spread} already, so a post
 * that was looked at once keeps none.
 *
 * <p>Past a number, the one goes that changes the drawn line least: the one that makes the smallest triangle with its neighbours
 * (Visvalingam and Whyatt). Unlike dropping every second one, this keeps a burst of an hour in the life of a week, knows no interval
 * between looks, and does not depend on the scales of time and engagement. The first look and the newest always stay.
 */
public final class Course {

    private static final int MOST_BEFORE_NEWEST = 15;

    private Course() {}

    /**
     * What is kept beside the newest look, now that there is a newer one.
     *
     * @param before what was kept beside {@code was}
     */
    public static List<Look> and(List<Look> before, Spread was, Spread is) {
        var last = newest(was);
        var now = newest(is);
        if (!looked(was) || last.after() == now.after()) {
            return before;
        }
        var kept = new ArrayList<>(before);
        if (kept.isEmpty() || !isFlat(kept.get(kept.size() - 1), last, now)) {
            kept.add(last);
        }
        if (kept.size() > MOST_BEFORE_NEWEST) {
            kept.remove(leastTelling(kept, now));
        }
        return List.copyOf(kept);
    }

    /** All there is to draw: what was kept, and the newest; nothing where that is less than two looks. */
    public static List<Virality.Look> drawn(List<Look> before, Spread newest) {
        return before.isEmpty()
                ? List.of()
                : Stream.concat(before.stream(), Stream.of(newest(newest)))
                        .map(look -> new Virality.Look(newest.t0().plusSeconds(look.after()), look.tenths() / 10.0))
                        .toList();
    }

    private static Look newest(Spread spread) {
        return new Look(Duration.between(spread.t0(), spread.t()).toSeconds(), Math.round(10 * spread.lastCounter()));
    }

    private static boolean looked(Spread spread) {
        return spread.t().isAfter(spread.t0()) || spread.lastCounter() != 0;
    }

    /** Nothing happened before it nor after it. */
    private static boolean isFlat(Look before, Look look, Look after) {
        return before.tenths() == look.tenths() && look.tenths() == after.tenths();
    }

    private static int leastTelling(List<Look> kept, Look newest) {
        var least = 1;
        var smallest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < kept.size(); i++) {
            var triangle = triangle(kept.get(i - 1), kept.get(i), i + 1 < kept.size() ? kept.get(i + 1) : newest);
            if (triangle < smallest) {
                smallest = triangle;
                least = i;
            }
        }
        return least;
    }

    private static double triangle(Look a, Look b, Look c) {
        return Math.abs((double) (b.after() - a.after()) * (c.tenths() - a.tenths())
                - (double) (c.after() - a.after()) * (b.tenths() - a.tenths()));
    }
}
