package vigie.local.offline;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How well the score foretells what an item gains within the next hour, beside simpler measures of the same counters.
 *
 * <p>Each item is looked at once, at an age drawn from the logarithm of its ages, so that minutes and days are alike in number: old and
 * young compete, as they do in a list sorted by score. The first look is left out, since nothing but a count is known then, and so is
 * whatever lacks an observed next hour. Growth between two observations is taken as even.
 */
final class ViralityReport {

    private static final int DRAWS = 50;
    private static final double YOUNGEST = 600;
    private static final double HOUR = 3600;

    private final List<List<Look>> items = new ArrayList<>();
    private int read;

    /**
     * One observation, with what was gained in the hour after it.
     *
     * @param age in seconds
     * @param last gained per second since the observation before
     */
    private record Look(double age, double count, double last, double velocity, double score, double growth) {

        double formula() {
            var pull = Math.pow(velocity, 0.75);
            return count / (count + 2) * pull / (pull + Math.pow(100, 0.75));
        }

        double gravity() {
            return count / Math.pow(age / HOUR + 2, 1.8);
        }

        double lifetime() {
            return count / age;
        }
    }

    void add(ObservedItem item) {
        read++;
        var readings = item.readings();
        var looks = new ArrayList<Look>();
        for (int i = 1; i < readings.size(); i++) {
            double at = item.at(i);
            double since = at - item.at(i - 1);
            double age = at - item.t0();
            if (age >= YOUNGEST && since > 0 && item.at(readings.size() - 1) >= at + HOUR) {
                looks.add(new Look(
                        age,
                        item.counter(i),
                        (item.counter(i) - item.counter(i - 1)) / since,
                        readings.get(i).velocity(),
                        readings.get(i).score(),
                        item.counterAt(at + HOUR) - item.counter(i)));
            }
        }
        if (!looks.isEmpty()) {
            items.add(looks);
        }
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d items, %,d with a look whose next hour was observed; mean of %d draws of one look an item%n",
                read,
                items.size(),
                DRAWS);
        if (items.size() < 2) {
            return;
        }
        out.println("Kendall's tau against the growth within the next hour:");
        print(out, "score", Look::score);
        print(out, "formula without bursts", Look::formula);
        print(out, "rate since last look", Look::last);
        print(out, "lifetime rate", Look::lifetime);
        print(out, "gravity", Look::gravity);
        print(out, "count", Look::count);
    }

    private void print(PrintWriter out, String name, ToDoubleFunction<Look> measure) {
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            var random = new Random(draw);
            var drawn = items.stream().map(looks -> draw(looks, random)).toList();
            sum += Kendall.tau(
                    drawn.stream().mapToDouble(measure).toArray(),
                    drawn.stream().mapToDouble(Look::growth).toArray());
        }
        out.printf(Locale.ROOT, "  %-24s%7.3f%n", name, sum / DRAWS);
    }

    /** The last look before an age drawn evenly from the logarithms of ages. */
    private static Look draw(List<Look> looks, Random random) {
        double from = Math.log(looks.get(0).age);
        double to = Math.log(looks.get(looks.size() - 1).age);
        double age = Math.exp(from + random.nextDouble() * (to - from));
        var drawn = looks.get(0);
        for (var look : looks) {
            if (look.age > age) {
                break;
            }
            drawn = look;
        }
        return drawn;
    }
}
