package vigie.alert.spike;

import java.util.List;

/**
 * How unusual the count of one window is, before any rule's gate.
 *
 * @param seen the window's count; {@code expected} ± {@code sd} what the model in charge finds usual
 * @param z ln of the return period in days
 * @param surprise {@code −log₁₀ P} behind {@code z}
 * @param voices who had a say; {@code share} is taken off the loudest one's z because they share one budget
 */
public record WindowReading(
        Window window, long seen, double expected, double sd, double z, double surprise, Voices voices) {

    private static final double MIN_RATIO = 2;

    /** The models heard, kept to answer "what count would have been silent?". */
    record Voices(List<Voice> heard, double share) {
        Voices {
            heard = List.copyOf(heard);
        }

        Voice loudest() {
            var loudest = heard.get(0);
            for (var voice : heard) {
                if (voice.z() > loudest.z()) {
                    loudest = voice;
                }
            }
            return loudest;
        }
    }

    static WindowReading of(Window window, long seen, NegativeBinomial usual, Voices voices) {
        var loudest = voices.loudest();
        return new WindowReading(
                window, seen, usual.mean(), usual.sd(), loudest.z() - voices.share(), loudest.surprise(), voices);
    }

    /** {@link #z}, or at most zero where there is too little evidence to wake anybody. */
    double gated(int minCount) {
        return enough(seen, minCount) ? z : Math.min(z, 0);
    }

    private boolean enough(long count, int minCount) {
        return count >= minCount && count >= MIN_RATIO * expected;
    }

    boolean calm(int minCount) {
        return window.buckets() > Window.HOUR.buckets() || seen <= expected + 2 * sd || seen < minCount;
    }

    /** The smallest count of this window that reaches the budget; everything below would have been silent. */
    public long silentBelow(double budgetDays, int minCount) {
        long silent = 0;
        var loud = seen;
        while (loud - silent > 1) {
            var middle = (silent + loud) >>> 1;
            if (reaches(middle, Math.log(budgetDays), minCount)) {
                loud = middle;
            } else {
                silent = middle;
            }
        }
        return loud;
    }

    private boolean reaches(long count, double threshold, int minCount) {
        return enough(count, minCount)
                && voices.heard().stream().anyMatch(v -> v.zOf(count) - voices.share() >= threshold);
    }
}
